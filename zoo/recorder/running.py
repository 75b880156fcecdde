"""A program of the zoo as a process."""
import os
import resource
import socket
import subprocess
import time
from pathlib import Path

from .group import Group
from .kernel_log import KernelLog

START_SECONDS = 15  # until the port must answer


class Running:
    """The process, its port and its log."""

    def __init__(self, one, binary: Path, work: Path):
        self.one = one
        self.work = work
        self.port = free_port()
        self.group = Group(one.group)
        self.kernel_log = KernelLog()
        self.log_path = work / "log"
        args = [word.replace("PORT", str(self.port)) for word in one.args]
        env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GOMAXPROCS": "2", **one.env}
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                ["./" + one.program, *args], executable=str(binary), cwd=work, env=env, stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, preexec_fn=self.limit)
        self.await_port()

    def limit(self):
        for name, value in self.one.limits.items():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name.upper()), (value, value))
        self.group.enter()

    def await_port(self):
        deadline = time.time() + START_SECONDS
        while self.alive() and time.time() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)

    def alive(self) -> bool:
        return self.process.poll() is None

    def status(self) -> bytes:
        """What /proc says of it."""
        return self.proc("status")

    def proc(self, name: str) -> bytes:
        """A file of its folder in /proc."""
        return Path(f"/proc/{self.process.pid}/{name}").read_bytes()

    def descriptors(self) -> str:
        """What each descriptor is."""
        folder = Path(f"/proc/{self.process.pid}/fd")
        kept = sorted((int(link.name), target(link)) for link in folder.iterdir())
        return "".join(f"{number} -> {name.replace(str(self.work), '/srv')}\n" for number, name in kept if name)

    def exit_status(self) -> str:
        code = self.process.returncode
        return f"exit status {code}" if code >= 0 else f"signal: {-code}"

    def end(self):
        if self.alive():
            self.process.kill()
            self.process.wait()
        self.group.leave()

    def log(self) -> bytes:
        return self.log_path.read_bytes()


def target(link: Path) -> str:
    """What a descriptor is; nothing when it has been closed meanwhile."""
    try:
        return os.readlink(link)
    except FileNotFoundError:
        return ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
