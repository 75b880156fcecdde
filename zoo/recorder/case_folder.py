"""Writes a case folder: case.json and the evidence, neutral and small."""
import gzip
import json
from pathlib import Path

from . import envelopes, neutral, noise, packing

LOG_LIMIT = 64 << 20  # more is a program that logs in circles, not evidence
LARGE = 16 << 10  # text beyond is compressed
COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PK")


def write(one, collected: dict, log: bytes, source: Path, folder: Path):
    if len(log) > LOG_LIMIT:
        raise RuntimeError(f"the log has {len(log)} bytes")
    files = {name: neutral.neutral(content, source, one) for name, content in collected.items()}
    if one.keep_log and log.strip():
        lines = noise.around(part(neutral.neutral(log, source, one), one.keep_bytes), one.noise, one.case)
        files[one.log] = envelopes.wrap(one.wrap, lines)
    if one.pack:
        files = packing.pack(one.pack, files)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        write_file(folder / name, content)
    label(one, folder)


def part(log: bytes, keep) -> bytes:
    """What a limit or a rotation left of a log: as a slice of Python."""
    return log[slice(*keep)] if keep else log


def label(one, folder: Path):
    (folder / "case.json").write_text(json.dumps(expectation(one), indent=2) + "\n")


def expectation(one) -> dict:
    return {"title": one.title, "causes": list(one.causes), "alsoAccepted": list(one.also), "subject": one.subject,
            "origin": one.origin, "recording": one.family}


def write_file(path: Path, content: bytes):
    if len(content) > LARGE and not content.startswith(COMPRESSED):
        path = path.with_name(path.name + ".gz")
        content = gzip.compress(content, 9, mtime=0)
    path.write_bytes(content)
