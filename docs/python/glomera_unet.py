"""Glomera's networks in Python: reads weights.safetensors and model.json, and is the U-Net in PyTorch.

Needs numpy and torch (1.13 or later; Debian: python3-numpy, python3-torch). The names of layers are those of the file,
so weights are loaded by name.
"""

import json
import struct
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional


def read_safetensors(path):
    """The tensors of a safetensors file by name; safetensors.numpy.load_file(path) does the same."""
    with open(path, "rb") as file:
        (header_bytes,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(header_bytes))
        data = file.read()
    header.pop("__metadata__", None)
    tensors = {}
    for name, tensor in header.items():
        if tensor["dtype"] != "F32":
            raise ValueError(f"{name} has the type {tensor['dtype']}")
        begin, end = tensor["data_offsets"]
        tensors[name] = numpy.frombuffer(data[begin:end], "<f4").reshape(tensor["shape"])
    return tensors


def write_safetensors(path, tensors):
    """Writes arrays of 32-bit floats; safetensors.numpy.save_file(tensors, path) does the same."""
    header, place = {}, 0
    for name, values in tensors.items():
        size = values.size * 4
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [place, place + size]}
        place += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for values in tensors.values():
            file.write(numpy.ascontiguousarray(values, "<f4").tobytes())


class Pair(nn.Module):
    """Two 3x3x3 convolutions, each followed by ReLU."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv1 = nn.Conv3d(inputs, outputs, 3, padding=1)
        self.conv2 = nn.Conv3d(outputs, outputs, 3, padding=1)

    def forward(self, x):
        return functional.relu(self.conv2(functional.relu(self.conv1(x))))


class UNet(nn.Module):
    """The architectures 'standard' (one channel) and 'hybrid' (two): shape (batch, channel, z, y, x)."""

    def __init__(self, channels, filters, levels):
        super().__init__()
        self.levels = levels
        width = channels
        for level in range(levels):
            setattr(self, f"down{level}", Pair(width, filters << level))
            width = filters << level
        self.bottom = Pair(width, filters << levels)
        width = filters << levels
        for level in reversed(range(levels)):
            outputs = filters << max(level, 1)
            setattr(self, f"up{level}", Pair(width + (filters << level), outputs))
            width = outputs
        self.output = nn.Conv3d(width, 1, 1)

    def forward(self, x):
        skips = []
        for level in range(self.levels):
            x = getattr(self, f"down{level}")(x)
            skips.append(x)
            x = functional.max_pool3d(x, 2)
        x = self.bottom(x)
        for level in reversed(range(self.levels)):
            x = functional.interpolate(x, scale_factor=2, mode="nearest")
            x = getattr(self, f"up{level}")(torch.cat([x, skips[level]], dim=1))
        return torch.sigmoid(self.output(x))


def load(folder):
    """The network of a folder with model.json and weights.safetensors, ready for use, and what model.json says."""
    folder = Path(folder)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    if card["architecture"] not in ("standard", "hybrid"):
        raise ValueError(f"the architecture {card['architecture']} is not written here")
    size = card["parameters"]
    network = UNet(len(card["channels"]), size["filters"], size["levels"])
    weights = {name: torch.from_numpy(values.copy()) for name, values in
               read_safetensors(folder / "weights.safetensors").items()}
    network.load_state_dict(weights)
    return network.eval(), card
