"""NumPy beside the toolkit: batches of 128 random samples out of a mapped array by fancy indexing."""
# needs: python3-numpy=numpy
import itertools

import numpy as np
from peer import serve

BATCH = 128


def prepare(folder):
    data = np.load(folder / "train_position.npy", mmap_mode="r")
    order = np.array((folder / "order.txt").read_text().split(), dtype=np.intp).reshape(-1, BATCH)
    batches = itertools.cycle(order)
    return lambda: data[next(batches)]


serve(f"numpy-{np.__version__}", prepare)
