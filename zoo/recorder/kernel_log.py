"""What the kernel logs while a program of the zoo runs."""
import re
import subprocess

GROUP = re.compile(rb"/zoo-[0-9-]+")
CONTAINER = b"/kubepods/burstable/pod7d1c7a52/4f2c9be81d60"


class KernelLog:
    """The lines that came after it was made."""

    def __init__(self):
        self.known = len(lines())

    def since(self) -> bytes:
        return GROUP.sub(CONTAINER, b"".join(line + b"\n" for line in lines()[self.known:]))


def lines():
    return subprocess.run(["dmesg"], stdout=subprocess.PIPE, check=True).stdout.splitlines()
