#!/usr/bin/env python3
"""Surface distances of the masks that `./glomera bench metrics --write FOLDER` leaves, computed with scipy.

    python3 releng/bench/surface_distances.py FOLDER [REPEATS]

Prints the same quantities as the bench and the time of scipy's distance transforms, on one thread: of the whole grid,
and of the smallest box around both masks. Needs numpy and scipy.
"""
import gzip
import struct
import sys
import time
from pathlib import Path

import numpy as np
from scipy.ndimage import binary_erosion, distance_transform_edt


def read(path):
    """The labels of a little-endian NIfTI-1 file of unsigned bytes, indexed x, y, z, and its spacing in mm."""
    data = gzip.decompress(path.read_bytes())
    size = struct.unpack_from("<8h", data, 40)[1:4]
    spacing = struct.unpack_from("<8f", data, 76)[1:4]
    start = int(struct.unpack_from("<f", data, 108)[0])
    return np.frombuffer(data, np.uint8, int(np.prod(size)), start).reshape(size, order="F"), spacing


def surface(mask):
    return mask & ~binary_erosion(mask)


def box(*masks):
    """The smallest box around masks."""
    together = np.logical_or.reduce(masks)
    return tuple(slice(found.min(), found.max() + 1) for found in np.nonzero(together))


def measure(reference, candidate, spacing):
    """Both directed sets of distances, and the seconds that the two distance transforms took."""
    reference, candidate = surface(reference), surface(candidate)
    start = time.perf_counter()
    from_candidate = distance_transform_edt(~candidate, spacing)
    from_reference = distance_transform_edt(~reference, spacing)
    seconds = time.perf_counter() - start
    return from_candidate[reference], from_reference[candidate], seconds


def main(folder, repeats):
    reference, spacing = read(Path(folder, "reference.nii.gz"))
    candidate, _ = read(Path(folder, "candidate.nii.gz"))
    print(f"{reference.shape} voxels of {spacing} mm, median of {repeats}")
    for name, labels in (("right", [1]), ("left", [2]), ("both", [1, 2])):
        one, other = np.isin(reference, labels), np.isin(candidate, labels)
        part = box(one, other)
        runs = [measure(one[part], other[part], spacing) for _ in range(repeats)]
        there, back, _ = runs[0]
        print(f"{name}: hd95 {max(np.percentile(there, 95), np.percentile(back, 95)):.4f} mm, mean "
              f"{(there.sum() + back.sum()) / (there.size + back.size):.4f} mm, both transforms of the box "
              f"{np.median([run[2] for run in runs]):.3f} s")
    one, other = reference > 0, candidate > 0
    runs = [measure(one, other, spacing)[2] for _ in range(repeats)]
    print(f"both: both transforms of the whole grid {np.median(runs):.3f} s")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 3)
