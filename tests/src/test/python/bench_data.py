"""Python beside the toolkit: raw skeleton files, a dict for each joint and then an array, as public scripts read them."""
# needs: python3-numpy=numpy
# first: arrays
import platform

import numpy as np
from peer import serve

BODY = (
    "bodyID", "clippedEdges", "handLeftConfidence", "handLeftState", "handRightConfidence",
    "handRightState", "isRestricted", "leanX", "leanY", "trackingState",
)
JOINT = (
    "x", "y", "z", "depthX", "depthY", "colorX", "colorY",
    "orientationW", "orientationX", "orientationY", "orientationZ", "trackingState",
)
JOINTS = 25
BODIES = 2


def fields(names, line):
    return {name: float(word) for name, word in zip(names, line.split())}


def read_frames(path):
    frames = []
    with open(path) as lines:
        for _ in range(int(lines.readline())):
            bodies = []
            for _ in range(int(lines.readline())):
                body = fields(BODY, lines.readline())
                count = int(lines.readline())
                body["joints"] = [fields(JOINT, lines.readline()) for _ in range(count)]
                bodies.append(body)
            frames.append(bodies)
    return frames


def read_array(path):
    frames = read_frames(path)
    data = np.zeros((3, len(frames), JOINTS, BODIES), dtype=np.float32)
    for t, bodies in enumerate(frames):
        for m, body in enumerate(bodies):
            for v, joint in enumerate(body["joints"]):
                if m < BODIES and v < JOINTS:
                    data[:, t, v, m] = [joint["x"], joint["y"], joint["z"]]
    return data


def prepare(folder):
    paths = sorted((folder / "skeletons").iterdir())
    return lambda: np.stack([read_array(path) for path in paths])


serve(f"python-{platform.python_version()}-numpy-{np.__version__}", prepare)
