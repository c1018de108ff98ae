"""scikit-learn's KNNImputer beside the toolkit: clips of one cluster with hidden joints, each filled from the others.

Reads FOLDER/rows.f32, one row of metres per clip with NaN where joints are hidden, and FOLDER/rows.txt, their number.
Each operation fits the imputer and fills the rows it was fitted on, as OPSTL does, in float64. The first also writes
FOLDER/peer.f64, because metres in float32 hide differences below a micrometre.
"""
# first: kmeans
# needs: python3-numpy=numpy python3-sklearn=sklearn
import numpy as np
import sklearn
from peer import serve
from sklearn.impute import KNNImputer


def prepare(folder):
    count = int((folder / "rows.txt").read_text())
    rows = np.fromfile(folder / "rows.f32", dtype="<f4").reshape(count, -1).astype(np.float64)

    def impute():
        imputer = KNNImputer(n_neighbors=5, weights="distance", keep_empty_features=True)
        filled = imputer.fit_transform(rows)
        if not (folder / "peer.f64").exists() and folder.exists():
            filled.astype("<f8").tofile(folder / "peer.f64")
        return filled

    return impute


serve(f"scikit-learn-{sklearn.__version__}", prepare)
