"""The Python side of a side-by-side benchmark: answers the line protocol on standard input and output.

"prepare FOLDER" reads the inputs, computes them once and writes FOLDER/peer.f32; "time N" times N operations,
"cpu N" by the processor time of this process.
"""
import sys
import time
from pathlib import Path


def serve(version, prepare):
    """prepare(folder) returns the operation; the operation returns a NumPy array."""
    operation = None
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        try:
            if word == "prepare":
                operation = prepare(Path(rest))
                operation().astype("<f4").tofile(Path(rest) / "peer.f32")
                answer = version
            elif word in ("time", "cpu"):
                clock = time.perf_counter_ns if word == "time" else time.process_time_ns
                start = clock()
                for _ in range(int(rest)):
                    operation()
                answer = clock() - start
            else:
                raise ValueError(f"unknown request {word!r}")
            print("ok", answer, flush=True)
        except Exception as problem:  # whatever it is, the other side must hear of it and not wait
            print("error", " ".join(f"{type(problem).__name__}: {problem}".split()), flush=True)
