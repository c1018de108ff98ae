"""scikit-learn beside the toolkit: rows of 256 features in 60 clusters by k-means, one start, Lloyd's iteration.

"prepare FOLDER" fits once from the first rows as centres, which both sides must do alike, and once with each seed, and
writes the inertias. Then each operation is a fit with the next seed.
"""
# needs: python3-sklearn=sklearn
import itertools

import numpy as np
import sklearn
from peer import serve
from sklearn.cluster import KMeans

FEATURES, CLUSTERS, SEEDS, ITERATIONS = 256, 60, 5, 100


def inertia(rows, **start):
    return KMeans(CLUSTERS, n_init=1, max_iter=ITERATIONS, algorithm="lloyd", **start).fit(rows).inertia_


def prepare(folder):
    rows = np.fromfile(folder / "rows.f32", dtype="<f4").reshape(-1, FEATURES)
    answers = [inertia(rows, init=rows[:CLUSTERS])]
    answers += [inertia(rows, random_state=seed) for seed in range(SEEDS)]
    first = iter([np.array(answers)])
    seeds = itertools.cycle(range(SEEDS))

    def operation():
        ready = next(first, None)
        return np.array([inertia(rows, random_state=next(seeds))]) if ready is None else ready

    return operation


serve(f"scikit-learn-{sklearn.__version__}", prepare)
