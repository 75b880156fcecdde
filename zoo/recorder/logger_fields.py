"""Puts a log into one escaped field of a logger's entry, as a service does that logs a whole stack."""
import json

TIME = "2026-03-14T02:51:07.120Z"


def wrap(kind: str, log: bytes) -> bytes:
    text = log.decode("utf-8", "replace")
    entry = LOGGERS[kind]
    around = entry("info", "request served", "")
    return "".join(line + "\n" for line in (around, entry("error", "state at stop", text), around)).encode()


def entry_of(fields: dict, key: str, text: str) -> str:
    return json.dumps({**fields, **({key: text} if text else {})}, separators=(",", ":"))


def zap(level, message, text):
    fields = {"level": level, "ts": 1773456667.12, "caller": "app/main.go:71", "msg": message}
    return entry_of(fields, "stacktrace", text)


def zerolog(level, message, text):
    return entry_of({"level": level, "time": TIME, "message": message}, "stack", text)


def slog(level, message, text):
    return entry_of({"time": TIME, "level": level.upper(), "msg": message}, "dump", text)


def logrus(level, message, text):
    return entry_of({"level": level, "msg": message, "time": TIME}, "goroutines", text)


def logrus_text(level, message, text):
    quoted = f" stack={json.dumps(text)}" if text else ""
    return f'time="{TIME}" level={level} msg="{message}"{quoted}'


LOGGERS = {"zap": zap, "zerolog": zerolog, "slog": slog, "logrus": logrus, "logrus-text": logrus_text}
