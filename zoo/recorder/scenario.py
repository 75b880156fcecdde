"""What is recorded: the scenarios.json of each program."""
import dataclasses
import json
import re
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Scenario:
    """One recording; zoo/README.md says what each key means, steps.py what can be done."""

    case: str
    program: str
    title: str
    causes: list
    go: str
    steps: list
    subject: str = ""
    also: tuple = ()
    args: tuple = ()
    build: tuple = ()
    trim: bool = False
    arch: str = ""
    env: dict = dataclasses.field(default_factory=dict)
    limits: dict = dataclasses.field(default_factory=dict)
    group: dict = dataclasses.field(default_factory=dict)
    wrap: str = "plain"
    noise: int = 0
    pack: str = ""
    log: str = "service.log"
    keep_log: bool = True
    keep_bytes: tuple = ()
    recording: str = ""
    package: str = "."

    @property
    def family(self) -> str:
        """What it shares with the recordings that must not vouch for it: the same fault in other Go releases."""
        return self.recording or re.sub(r"-\d+-(\d+)$", r"-\1", self.case)

    @property
    def origin(self) -> str:
        env = "".join(f"{key}={value} " for key, value in sorted(self.env.items()))
        args = "".join(f" {word}" for word in self.args)
        did = "; ".join(" ".join(str(word) for word in step) for step in self.steps)
        module = "" if self.package == "." else f" ({self.package}, version in go.mod)"
        return f"zoo/programs/{self.program}{module}, {self.go}, {env}./{self.program}{args}: {did}"


def all_of(zoo: Path):
    """All scenarios, sorted by case."""
    found = []
    for file in sorted(zoo.glob("programs/*/scenarios.json")):
        content = json.loads(file.read_text())
        defaults = content.get("defaults", {})
        for entry in content["cases"]:
            merged = {**defaults, **entry, "program": file.parent.name}
            merged["env"] = {**defaults.get("env", {}), **entry.get("env", {})}
            found.append(Scenario(**merged))
    return sorted(found, key=lambda one: one.case)
