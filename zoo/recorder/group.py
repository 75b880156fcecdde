"""A control group (version 1) that a program of the zoo runs in, as a container would."""
import os
import time
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
TRIES = 20  # the kernel needs a moment until the last task has left


class Group:
    """Made from {"cpu.cfs_quota_us": 50000, "memory.limit_in_bytes": 1000000}: the controller is the first word."""

    def __init__(self, settings: dict):
        self.folders = {}
        for name, value in settings.items():
            (self.folder(name) / name).write_text(str(value))

    def folder(self, name: str) -> Path:
        controller = name.split(".")[0]
        if controller not in self.folders:
            self.folders[controller] = ROOT / controller / f"zoo-{os.getpid()}-{time.monotonic_ns()}"
            self.folders[controller].mkdir()
        return self.folders[controller]

    def enter(self):
        """Called in the child before it becomes the program."""
        for folder in self.folders.values():
            (folder / "cgroup.procs").write_text(str(os.getpid()))

    def read(self, name: str) -> bytes:
        return (self.folders[name.split(".")[0]] / name).read_bytes()

    def leave(self):
        for folder in self.folders.values():
            self.remove(folder)
        self.folders = {}

    @staticmethod
    def remove(folder: Path):
        for _ in range(TRIES):
            try:
                return folder.rmdir()
            except OSError:
                time.sleep(0.1)
