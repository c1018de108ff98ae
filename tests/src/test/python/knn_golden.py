"""Fillings by scikit-learn's KNNImputer for the tests, as text: run as "knn_golden.py > knn-golden.txt".

Rows have J cells with three coordinates, coordinate c of cell j in column c * J + j; the three are missing together.
Each case: a line of settings, the rows that are fitted, those that are filled (none: the fitted ones), and for each
filled row the numbers that scikit-learn put into its missing columns, in order.
"""
# needs: python3-sklearn=sklearn
import warnings

import numpy as np
import sklearn
from sklearn.impute import KNNImputer

nan = np.nan


def cells(*rows):
    """Rows of one number per cell; the other two coordinates follow from it."""
    x = np.array(rows, float)
    return np.concatenate([x, 2 * x + 1, -x], axis=1)


def random(seed, rows, count, offset, hidden=0.31):
    rng = np.random.default_rng(seed)
    phase, speed = rng.uniform(0, 6, (rows, 1, 1)), rng.uniform(0.1, 0.6, (rows, 1, 1))
    x = 0.4 * np.sin(phase + speed * np.arange(count) + np.arange(3)[:, None]) + rng.normal(0, 0.1, (rows, 3, count))
    x = (x + np.array(offset)[:, None]).astype(np.float32)
    x[np.broadcast_to(rng.random((rows, 1, count)) < hidden, x.shape)] = nan
    return x.reshape(rows, -1)


def write(name, fit, query=None, k=5, weights="distance", single=False):
    kind = np.float32 if single else np.float64
    imputer = KNNImputer(n_neighbors=k, weights=weights, keep_empty_features=True)
    imputer.fit(fit.astype(kind))
    asked = fit if query is None else query
    filled = imputer.transform(asked.astype(kind))
    print(f"case {name} fit={len(fit)} query={0 if query is None else len(query)} cells={fit.shape[1] // 3} k={k} "
          f"weights={weights}")
    for row in fit if query is None else np.concatenate([fit, query]):
        print(*("nan" if np.isnan(v) else repr(float(v)) if float(v) != np.float32(v) else str(np.float32(v)) for v in row))
    for before, after in zip(asked, filled):
        print("=", *(repr(float(v)) for v in after[np.isnan(before)]))


warnings.simplefilter("ignore")
print(f"# scikit-learn {sklearn.__version__}, NumPy {np.__version__}, by knn_golden.py")
write("A-fewer-than-k", cells([1, 2, nan], [2, 4, 3], [5, 1, 7], [0, 0, nan]), cells([1, 3, nan]))
write("B-zero-distance", cells([1, 2, 3], [1, 2, 5], [4, 2, 9], [0, 8, 1]), cells([1, 2, nan]), k=3)
write("C-no-overlap", cells([nan, 2, 3], [nan, 4, 5], [nan, 1, 10]), cells([7, nan, nan]), k=2)
write("D-empty-column", cells([1, nan, 3], [2, nan, 5], [4, nan, 1]), cells([1, nan, nan]), k=2)
write("E-empty-column-observed", cells([1, nan, 3], [2, nan, 5], [4, nan, 1]), cells([1, 6, nan]), k=2)
write("F-tie-at-k", cells([0, 5, 1], [4, 5, 1], [2, 5, 9], [8, 5, 3]), cells([2, 5, nan]), k=3)
write("G-nan-distance-mixed", cells([nan, nan, 100], [1, nan, 3], [nan, 2, 50], [4, nan, 9]), cells([2, nan, nan]), k=4)
write("H-row-missing", cells([1, 2, 3], [3, 4, 8], [5, 7, 1]), cells([nan, nan, nan]), k=2)
camera = (0.2, -0.4, 3.0)
write("camera", random(1, 24, 30, camera))
write("camera-single", random(2, 24, 30, camera), single=True)
write("camera-query", random(3, 20, 70, camera), random(4, 8, 70, camera))
write("uniform", random(5, 16, 20, camera), weights="uniform")
write("nearest", random(6, 16, 20, camera), k=1)
write("many-neighbours", random(7, 12, 20, camera), k=40)
write("half-hidden", random(8, 24, 20, camera, 0.55))
write("far", random(9, 24, 30, (1000, 1000, 1000)))
# No far-single: given float32, scikit-learn squares a thousand metres in float32 and is wrong by decimetres.
