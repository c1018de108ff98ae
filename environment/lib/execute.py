"""Executes notebooks one after the other and says on the terminal what came of each.

Leaves an executed copy (.ipynb, signed so that Jupyter trusts it, and .html) of each one, also of one that failed.
Exit status: 0 all ran, 1 at least one failed, 130 interrupted.
"""
import argparse
import os
import signal
import sys
import time
from pathlib import Path

from export import Export
from progress import Progress
from session import Failure, Session


def arguments():
    parser = argparse.ArgumentParser(prog="execute")
    parser.add_argument("--root", type=Path, required=True, help="the repository")
    parser.add_argument("--out", type=Path, required=True, help="folder for the executed copies")
    parser.add_argument("--kernel", required=True, help="name of the kernelspec")
    parser.add_argument("--scale", required=True, help="smoke has a time limit per cell, the others have none")
    parser.add_argument("notebooks", nargs="+", type=Path)
    return parser.parse_args()


def name_of(notebook, root):
    """Path of the copy below the output folder: as below notebooks/, else as below the repository, else the name."""
    for base in (root / "notebooks", root):
        if base in notebook.parents:
            return notebook.relative_to(base)
    return Path(notebook.name)


def results_of(notebook):
    """Text of what the cells tagged "result" display."""
    for cell in notebook.cells:
        if "result" in cell.metadata.get("tags", []):
            for output in cell.get("outputs", []):
                text = output.get("data", {}).get("text/plain")
                if text:
                    yield "".join(text)


def run(path, options):
    """Executes one notebook; true if nothing failed."""
    name = name_of(path, options.root)
    progress = Progress(str(name))
    started = time.monotonic()
    copy = Export(options.out / name)
    session = None
    failure = None
    try:
        session = Session(path, options.kernel, limit=600 if options.scale == "smoke" else None)
        session.run(progress)
    except Failure as problem:
        failure = problem
    finally:
        # Also when interrupted: what was computed until then is worth keeping.
        if session is not None and session.begun:
            copy.write(session.notebook)
    seconds = time.monotonic() - started
    if failure is not None:
        progress.failed(seconds)
        print(failure, flush=True)
    else:
        progress.passed(seconds)
        for text in results_of(session.notebook):
            print("\n" + text.rstrip("\n") + "\n")
    for written in copy.written:
        print(f"  {written}", flush=True)
    return failure is None


def main():
    options = arguments()
    # A polite kill ends like Ctrl-C: the kernel is shut down and what there is gets written.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options.root = options.root.resolve()
    notebooks = list(dict.fromkeys(path.resolve() for path in options.notebooks))
    try:
        failed = [path for path in notebooks if not run(path, options)]
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read the output has left ("| head"); nothing more can be said, not even at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    if len(notebooks) > 1:
        print(f"{len(notebooks) - len(failed)} of {len(notebooks)} notebooks ran without a failure")
        for path in failed:
            print(f"  failed: {name_of(path, options.root)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
