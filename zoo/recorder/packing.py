"""Packs the evidence of a case as people send it; the same bytes for the same evidence."""
import gzip
import io
import subprocess
import tarfile
import zipfile

DATE = (2026, 3, 14, 2, 51, 8)


def pack(kind: str, files: dict) -> dict:
    """gz and zst pack each file, zip and tar.gz make one archive."""
    return {"gz": each_gz, "zst": each_zst, "zip": one_zip, "tar.gz": one_tar}[kind](files)


def each_gz(files):
    return {f"{name}.gz": gzip.compress(content, 9, mtime=0) for name, content in files.items()}


def each_zst(files):
    return {f"{name}.zst": zst(content) for name, content in files.items()}


def zst(content: bytes) -> bytes:
    return subprocess.run(["zstd", "-19", "-q"], input=content, stdout=subprocess.PIPE, check=True).stdout


def one_zip(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"incident/{name}", DATE), files[name], zipfile.ZIP_DEFLATED)
    return {"incident.zip": packed.getvalue()}


def one_tar(files):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in sorted(files):
            member = tarfile.TarInfo(f"incident/{name}")
            member.size = len(files[name])
            archive.addfile(member, io.BytesIO(files[name]))
    return {"incident.tar.gz": gzip.compress(packed.getvalue(), 9, mtime=0)}
