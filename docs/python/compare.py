"""Compares Glomera's output with PyTorch's for the same weights and the same input.

    ./glomera model check phantom-hybrid --write FOLDER
    /usr/bin/python3 docs/python/compare.py models/phantom-hybrid FOLDER

FOLDER holds input.safetensors and output.safetensors. Ends with 1 where the probabilities differ by more than 1e-4.
"""

import sys
from pathlib import Path

import torch

from glomera_unet import load
from weights import read_safetensors

TOLERANCE = 1e-4


def main(model, folder):
    network, card = load(model)
    values = torch.from_numpy(read_safetensors(Path(folder) / "input.safetensors")["input"].copy())
    ours = torch.from_numpy(read_safetensors(Path(folder) / "output.safetensors")["probability"].copy())
    with torch.no_grad():
        theirs = network(values[None])[0]
    largest = (ours - theirs).abs().max().item()
    flipped = ((ours >= 0.5) != (theirs >= 0.5)).sum().item()
    print(f"{card['title']}: {theirs.numel()} voxels, probability {theirs.min():.6f} to {theirs.max():.6f};"
          f" largest difference {largest:.2e}, {flipped} voxels on the other side of 0.5 (PyTorch {torch.__version__})")
    return 0 if largest <= TOLERANCE else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
