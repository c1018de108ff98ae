"""Accuracy of scikit-learn's LogisticRegression on clouds that overlap, for LinearEvaluationGoldenTest.

Prints the number of test points found. The points come from a formula, so that Java makes the same ones:
feature f of point n is sin(12.9898 (n + 1) + 78.233 (f + 1)) 43758.5453, fraction, less one half, times 4,
plus 2.2 if f is the label n mod 5. The first 400 points teach, the next 300 are judged.

Recorded with scikit-learn 1.2.1, NumPy 1.24.2.
"""
# needs: python3-sklearn=sklearn python3-numpy=numpy
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

CLASSES, FEATURES, TRAIN, TEST = 5, 8, 400, 300
n, f = np.mgrid[0 : TRAIN + TEST, 0:FEATURES]
x = np.sin(12.9898 * (n + 1) + 78.233 * (f + 1)) * 43758.5453
x = (x - np.floor(x) - 0.5) * 4 + 2.2 * (f == n % CLASSES)
y = np.arange(TRAIN + TEST) % CLASSES
model = LogisticRegression(C=1e6, max_iter=10000).fit(x[:TRAIN], y[:TRAIN])
right = int((model.predict(x[TRAIN:]) == y[TRAIN:]).sum())
print(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}: {right} of {TEST}")
