"""Wraps a log as collectors do, line by line. The times are made up and grow; the lines are the program's."""
import datetime
import json

from . import logger_fields

START = datetime.datetime(2026, 3, 14, 2, 51, 7, 120000, datetime.timezone.utc)
STEP = datetime.timedelta(milliseconds=3)
POD = "worker-6d5f7c9b8-x2kqv"


def wrap(kind: str, log: bytes) -> bytes:
    """The log in an envelope; `plain` leaves it as it is."""
    if kind in WHOLE:
        return WHOLE[kind](log)
    if kind in logger_fields.LOGGERS:
        return logger_fields.wrap(kind, log)
    shape = LINES[kind]
    lines = log.decode("utf-8", "replace").splitlines()
    wrapped = [shape(line, START + n * STEP) + "\n" for n, line in enumerate(lines)]
    return "".join(reversed(wrapped) if kind == "journald-reversed" else wrapped).encode()


def stamp(at) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%f") + "000Z"


def docker(line, at):
    return json.dumps({"log": line + "\n", "stream": "stderr", "time": stamp(at)}, separators=(",", ":"))


def cri(line, at):
    return f"{stamp(at)} stderr F {line}"


def kubectl(line, at):
    return f"[pod/{POD}/app] {stamp(at)} {line}"


def kubectl_prefix(line, at):
    return f"[pod/{POD}/app] {line}"


def compose(line, at):
    return f"app-1  | {line}"


def journald(line, at):
    return f"{at.strftime('%b %d %H:%M:%S')} node-7 app[4211]: {line}"


def actions(line, at):
    return f"{stamp(at)} {line}"


def klog(line, at):
    return f"E{at.strftime('%m%d %H:%M:%S.%f')}    4211 runner.go:88] {line}"


def ansi(line, at):
    return f"\x1b[31m{line}\x1b[0m" if line else line


LINES = {"docker": docker, "cri": cri, "kubectl": kubectl, "kubectl-prefix": kubectl_prefix, "compose": compose,
         "journald": journald, "journald-reversed": journald, "actions": actions, "klog": klog, "ansi": ansi}
WHOLE = {"plain": lambda log: log, "crlf": lambda log: log.replace(b"\n", b"\r\n"),
         "bom": lambda log: b"\xef\xbb\xbf" + log, "utf16": lambda log: log.decode("utf-8", "replace").encode("utf-16")}
