"""One recording from the build to the case folder."""
import tempfile
from pathlib import Path

from . import case_folder
from .build import build
from .running import Running
from .steps import Steps
from .traffic import Traffic


def record(one, zoo: Path, target: Path):
    """Builds, runs, drives and collects; writes the case folder."""
    binary = build(one, zoo)
    with tempfile.TemporaryDirectory() as work:
        running = Running(one, binary, Path(work))
        traffic = Traffic(running.port)
        steps = Steps(running, traffic)
        try:
            for step in one.steps:
                steps.do(step)
        finally:
            traffic.stop()
            running.end()
        case_folder.write(one, steps.files, running.log(), zoo / "programs" / one.program, target / one.case)
