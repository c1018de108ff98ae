"""What scikit-learn makes of small made-up rows: clusters from given starts, and how far groupings agree.

Writes to standard output what is kept beside the tests:
python3 cluster_reference.py > ../resources/org/penumbra/cluster/scikit-learn.json
"""
# needs: python3-sklearn=sklearn
import json
import warnings

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
MEANS = ("arithmetic", "geometric", "max", "min")


def sixtyfourths(x):
    """Numbers that float32 and a short text hold exactly."""
    return np.round(x * 64) / 64


def purity(groups, labels):
    return metrics.cluster.contingency_matrix(labels, groups).max(axis=0).sum() / len(labels)


def agreement(groups, labels):
    return {
        "groups": list(map(int, groups)),
        "labels": list(map(int, labels)),
        "nmi": [metrics.normalized_mutual_info_score(labels, groups, average_method=mean) for mean in MEANS],
        "ami": [metrics.adjusted_mutual_info_score(labels, groups, average_method=mean) for mean in MEANS],
        "ari": metrics.adjusted_rand_score(labels, groups),
        "purity": purity(groups, labels),
    }


def clustering(seed, rows, features, clusters, noise, iterations, tolerance):
    random = np.random.default_rng(seed)
    middles = np.maximum(random.standard_normal((clusters, features)), 0)
    labels = random.integers(0, clusters, rows)
    x = sixtyfourths(np.maximum(middles[labels] + noise * random.standard_normal((rows, features)), 0))
    start = x[random.choice(rows, clusters, replace=False)]
    fitted = KMeans(clusters, init=start, n_init=1, max_iter=iterations, tol=tolerance, algorithm="lloyd").fit(x)
    return {
        "rows": x.tolist(),
        "labels": labels.tolist(),
        "start": start.tolist(),
        "iterationsAllowed": iterations,
        "tolerance": tolerance,
        "centres": fitted.cluster_centers_.tolist(),
        "groups": fitted.labels_.tolist(),
        "inertia": fitted.inertia_,
        "iterations": fitted.n_iter_,
        "silhouette": metrics.silhouette_score(x, fitted.labels_),
        "silhouetteOfLabels": metrics.silhouette_score(x, labels),
    }


random = np.random.default_rng(5)
truth = random.integers(0, 6, 80)
half = np.where(random.random(80) < 0.5, truth, random.integers(0, 9, 80))
print(json.dumps({
    "version": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
    "means": MEANS,
    "agreements": [
        agreement(half, truth),
        agreement(random.integers(0, 4, 80), truth),
        agreement(truth * 3 + 2, truth),
        agreement(np.zeros(80), truth),
        agreement(truth, np.zeros(80)),
        agreement(np.arange(80), truth),
        agreement(np.zeros(5), np.zeros(5)),
        agreement(np.arange(5), np.arange(5)),
        agreement(random.integers(0, 3, 12), random.integers(0, 3, 12)),
    ],
    "clusterings": [
        clustering(1, 90, 5, 4, 0.4, 100, 1e-4),
        clustering(2, 120, 7, 6, 0.8, 100, 0),
        clustering(3, 60, 3, 5, 1.0, 2, 1e-4),
        clustering(4, 100, 4, 8, 1.0, 100, 0.02),
    ],
}))
