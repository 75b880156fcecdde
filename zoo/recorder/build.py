"""The binary of a scenario, built once for each release and set of build flags."""
import os
import subprocess
import threading
from pathlib import Path

BUILDING = threading.Lock()  # the go command uses all cores by itself


def build(one, zoo: Path) -> Path:
    source = zoo / "programs" / one.program
    flags = [*(["-trimpath"] if one.trim else []), *one.build]
    key = "-".join([one.program, one.go, one.arch, *flags]).replace("/", "_").replace("=", "_").replace(" ", "_")
    binary = zoo.parent / "target" / "zoo" / key / one.program
    env = {**os.environ, "GOTOOLCHAIN": one.go, "GO111MODULE": "on", **unstamped(one.go), **architecture(one.arch)}
    with BUILDING:
        binary.parent.mkdir(parents=True, exist_ok=True)
        built = subprocess.run(["go", "build", *flags, "-o", str(binary), one.package], cwd=source, env=env,
                               capture_output=True, text=True)
    if built.returncode != 0:
        raise RuntimeError(f"go build failed: {built.stderr.strip()}")
    return binary


def architecture(name: str) -> dict:
    """Other than the machine's, without C: there may be no compiler for it."""
    return {"GOARCH": name, "CGO_ENABLED": "0"} if name else {}


def unstamped(release: str) -> dict:
    """No revision in the binary; releases before 1.18 put none there and stumble over the flag in a user's settings."""
    return {"GOFLAGS": "-buildvcs=false"} if int(release.split(".")[1]) >= 18 else {"GOFLAGS": "", "GOENV": "off"}
