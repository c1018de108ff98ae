"""Pre-processing of one clip in plain NumPy, step by step from the papers' descriptions, for comparison.

Reads from a folder: clip.f32 (C, T, V, M), states.u8 (T, V, M; 0 observed, 1 occluded, 2 absent), and options.txt:
first line T V M, then one line of settings per wanted result. Writes the results, float32, one after the other.
"""
# needs: python3-numpy=numpy
import pathlib
import sys

import numpy as np

CENTRE, LEFT, RIGHT, HIPS = 20, 4, 8, [12, 16]


def fill(x, state, policy):
    seen, there = state == 0, state < 2
    x = np.where(seen, x, 0.0)
    for v, m in np.ndindex(*state.shape[1:]):
        known, gaps = np.flatnonzero(seen[:, v, m]), np.flatnonzero(state[:, v, m] == 1)
        if policy == "AT_CENTRE":
            for t in gaps[seen[gaps, CENTRE, m]]:
                x[:, t, v, m] = x[:, t, CENTRE, m]
        elif policy == "INTERPOLATE" and len(known):
            for c in range(3):
                x[c, gaps, v, m] = np.interp(gaps, known, x[c, known, v, m])
        elif policy == "HOLD" and len(known):
            last = known[np.maximum(np.searchsorted(known, gaps) - 1, 0)]
            x[:, gaps, v, m] = x[:, last, v, m]
    return np.where(there, x, 0.0)


def frames_that_count(state, rule):
    body = (state < 2).any(axis=(1, 2))
    if rule == "NON_EMPTY":
        return np.flatnonzero(body)
    if rule == "FIRST_JOINT_OBSERVED":
        return np.arange((state[:, 0, 0] == 0).sum())
    return np.arange(np.flatnonzero(body).max() + 1 if body.any() else 0)


def first(flags):
    return np.flatnonzero(flags)[0] if flags.any() else None


def centre(x, state, how):
    there = (state < 2)[None]
    middle, seen = x[:, :, CENTRE], state[:, CENTRE] == 0
    if how == "EVERY_FRAME":
        origin = middle[:, :, None, :]
    elif how == "FIRST_FRAME":
        origin = np.zeros((3, 1, 1, x.shape[3]))
        for m in range(x.shape[3]):
            if seen[:, m].any():
                origin[:, 0, 0, m] = middle[:, first(seen[:, m]), m]
    elif how == "FIRST_FRAME_SHARED":
        origin = np.zeros((3, 1, 1, 1))
        leader = first(seen.any(axis=0))
        if leader is not None:
            origin[:, 0, 0, 0] = middle[:, first(seen[:, leader]), leader]
    elif how == "EVERY_FRAME_SHARED":
        present = state[:, CENTRE] < 2
        leader = first(present.any(axis=0))
        if leader is None:
            return x
        frames = np.flatnonzero(present[:, leader])
        nearest = [max(frames[frames <= t], default=frames[0]) for t in range(len(state))]
        origin = middle[:, nearest, leader][:, :, None, None]
    else:
        return x
    return np.where(there, x - origin, x)


def resample(x, how, length):
    count = x.shape[1]
    if count == 0:
        return np.zeros((3, length, *x.shape[2:]))
    if how == "REPLAY":
        return np.take(x, np.arange(length) % count, axis=1)
    if how == "ZERO_PAD":
        return np.pad(x, ((0, 0), (0, length), (0, 0), (0, 0)))[:, :length]
    position = (np.arange(length) + 0.5) * count / length - 0.5
    flat = x.swapaxes(0, 1).reshape(count, -1)
    lines = [np.interp(position, np.arange(count), line) for line in flat.T]  # np.interp holds the edges
    return np.array(lines).T.reshape(length, 3, *x.shape[2:]).swapaxes(0, 1)


def about_y(angle):
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]])


def unit(vector):
    return vector / np.linalg.norm(vector)


def trunk(raw, state):
    """Spine and shoulder line where hips and shoulders are first seen; of the first body that shows them."""
    for m in range(raw.shape[3]):
        t = first((state[:, [LEFT, RIGHT, *HIPS], m] == 0).all(axis=1))
        if t is not None:
            place = raw[:, t, :, m]
            spine = place[:, [LEFT, RIGHT]].mean(axis=1) - place[:, HIPS].mean(axis=1)
            return spine, place[:, RIGHT] - place[:, LEFT]
    return None


def once(raw, state, m):
    t = first((state[:, [LEFT, RIGHT], m] == 0).all(axis=1))
    if t is None:
        return None
    x, _, z = raw[:, t, RIGHT, m] - raw[:, t, LEFT, m]
    return about_y(-np.sign(z) * np.arccos(x / (np.hypot(x, z) + 1e-4)))


def align(x, raw, state, how):
    bodies = range(x.shape[3])
    if how == "UPRIGHT" and trunk(raw, state) is not None:
        up, across = trunk(raw, state)
        up = unit(up)
        across = unit(across - across @ up * up)
        return np.einsum("ij,jtvm->itvm", np.array([across, up, np.cross(across, up)]), x)
    turns = [once(raw, state, m) for m in bodies]
    known = [turn for turn in turns if turn is not None]
    if how == "ONCE_SHARED" and known:
        return np.einsum("ij,jtvm->itvm", known[0], x)
    for m in bodies:
        if how == "ONCE" and turns[m] is not None:
            x[..., m] = np.einsum("ij,jtv->itv", turns[m], x[..., m])
        line = x[:, :, RIGHT, m] - x[:, :, LEFT, m]
        if how == "EVERY_FRAME":
            angles = np.arccos(line[0] / (np.hypot(line[0], line[2]) + 1e-4))
            angles = -angles if line[2].sum() >= 0 else angles
        elif how == "EVERY_FRAME_SIGNED":
            angles = -np.angle(line[0] + 1j * line[2])
        else:
            continue
        for t, angle in enumerate(angles):
            x[:, t, :, m] = about_y(angle) @ x[:, t, :, m]
    return x


def prepare(raw, state, line):
    length, bodies, longest, rule, missing, centring, scaling, resampling, alignment = line.split()
    if int(bodies):
        raw, state = raw[..., : int(bodies)], state[..., : int(bodies)]
    x = fill(raw, state, missing)
    start = max(0, len(state) - int(longest)) // 2 if int(longest) else 0
    kept = np.arange(len(state))[start:][: int(longest) or None]
    kept = kept[frames_that_count(state[kept], rule)]
    raw, state, x = raw[:, kept], state[kept], x[:, kept]
    x = centre(x, state, centring)
    if scaling == "TORSO" and trunk(raw, state) is not None:
        x = x / np.linalg.norm(trunk(raw, state)[0])
    return align(resample(x, resampling, int(length)), raw, state, alignment)


folder = pathlib.Path(sys.argv[1])
shape, *lines = (folder / "options.txt").read_text().splitlines()
shape = [int(word) for word in shape.split()]
values = np.fromfile(folder / "clip.f32", dtype="<f4").reshape(3, *shape).astype(float)
states = np.fromfile(folder / "states.u8", dtype=np.uint8).reshape(shape)
results = [prepare(values, states, line).astype("<f4").ravel() for line in lines]
np.concatenate(results).tofile(folder / "results.f32")
