"""The command line."""
import argparse
import concurrent.futures
import subprocess
import sys
import tempfile
from pathlib import Path

from . import case_folder, scenario, session


def main(zoo: Path) -> int:
    options = arguments()
    known = scenario.all_of(zoo)
    if options.list or not (options.case or options.all):
        print_table(known)
        return 0
    wanted = [one for one in known if options.all or one.case in options.case or one.program in options.case]
    if not wanted:
        print("record: no such case or program: ./zoo/record --list names all", file=sys.stderr)
        return 2
    if options.labels:
        return label_all(wanted, zoo / "cases")
    if options.check:
        return check(wanted, zoo, options.jobs)
    return record_all(wanted, zoo, Path(options.into) if options.into else zoo / "cases", options.jobs)


def arguments():
    parser = argparse.ArgumentParser(prog="record", description="Records cases of the zoo afresh.")
    parser.add_argument("case", nargs="*", help="cases or programs to record")
    parser.add_argument("--all", action="store_true", help="record everything")
    parser.add_argument("--list", action="store_true", help="list what there is")
    parser.add_argument("--into", help="folder for the cases in place of zoo/cases")
    parser.add_argument("--check", action="store_true", help="record into a temporary folder, then run eval on it")
    parser.add_argument("--labels", action="store_true", help="write only case.json afresh, from scenarios.json")
    parser.add_argument("--jobs", type=int, default=8, help="cases that run at a time; most of them wait")
    return parser.parse_args()


def print_table(known):
    for one in known:
        print(f"{one.case:20} {one.go:10} {','.join(one.causes):28} {one.title}")


def label_all(wanted, cases: Path) -> int:
    for one in wanted:
        if (cases / one.case).is_dir():
            case_folder.label(one, cases / one.case)
    return 0


def check(wanted, zoo: Path, jobs: int) -> int:
    with tempfile.TemporaryDirectory() as into:
        failed = record_all(wanted, zoo, Path(into), jobs)
        return failed or subprocess.run([str(zoo.parent / "whydunit"), "eval", into]).returncode


def record_all(wanted, zoo: Path, target: Path, jobs: int) -> int:
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        failures = [failure for failure in pool.map(lambda one: attempt(one, zoo, target), wanted) if failure]
    for failure in failures:
        print(f"record: {failure}", file=sys.stderr)
    return 1 if failures else 0


def attempt(one, zoo: Path, target: Path):
    try:
        session.record(one, zoo, target)
    except Exception as failure:  # one case must not stop the others
        return f"{one.case}: {failure}"
    print(f"recorded {one.case}", flush=True)
    return None
