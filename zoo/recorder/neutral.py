"""Takes the names of the machine that recorded out of text: paths as in a container's build, another host name."""
import os
import re
from pathlib import Path

MODULES = re.compile(rb"/(?:root|home/[a-z0-9]+)/go/pkg/mod/")
TOOLCHAIN = re.compile(rb"/go/pkg/mod/golang\.org/toolchain@[^/\s]+/")
SHORTEST_HOST = 4  # shorter names stand in text by chance


def neutral(content: bytes, source: Path, one) -> bytes:
    """Binary content stays as it is: a scenario that collects it builds with "trim"."""
    if b"\0" in content[:512] or content[:2] == b"\x1f\x8b":
        return content
    content = content.replace(bytes(source.resolve()), b"/src/" + one.program.encode())
    content = MODULES.sub(b"/go/pkg/mod/", content)
    content = TOOLCHAIN.sub(b"/usr/local/go/", content)
    host = os.uname().nodename.encode()
    return content.replace(host, b"node-7") if len(host) >= SHORTEST_HOST else content
