"""Glomera's networks in Python: reads weights.safetensors and model.json, and is the networks in PyTorch.

Needs numpy and torch (1.13 or later; Debian: python3-numpy, python3-torch). The names of layers are those of the file,
so weights are loaded by name.
"""

import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from weights import read_safetensors


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
            x = getattr(self, f"up{level}")(torch.cat([x, skips.pop()], dim=1))
        return torch.sigmoid(self.output(x))


class Residual(nn.Module):
    """Two normalised convolutions with a normalised way around them; the first may halve the sizes."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.short = nn.Conv3d(inputs, outputs, 1, stride)
        self.shortnorm = nn.InstanceNorm3d(outputs, affine=True)
        self.conv1 = nn.Conv3d(inputs, outputs, 3, stride, padding=1)
        self.norm1 = nn.InstanceNorm3d(outputs, affine=True)
        self.conv2 = nn.Conv3d(outputs, outputs, 3, padding=1)
        self.norm2 = nn.InstanceNorm3d(outputs, affine=True)

    def forward(self, x):
        inner = functional.leaky_relu(self.norm1(self.conv1(x)), 0.01)
        return functional.leaky_relu(self.norm2(self.conv2(inner)) + self.shortnorm(self.short(x)), 0.01)


class Up(nn.Module):
    """One normalised convolution."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv = nn.Conv3d(inputs, outputs, 3, padding=1)
        self.norm = nn.InstanceNorm3d(outputs, affine=True)

    def forward(self, x):
        return functional.leaky_relu(self.norm(self.conv(x)), 0.01)


class ResidualUNet(nn.Module):
    """The residual architectures of the samples."""

    def __init__(self, channels, filters, levels):
        super().__init__()
        self.levels = levels
        width = channels
        for level in range(levels):
            setattr(self, f"down{level}", Residual(width, filters << level, 2 if level else 1))
            width = filters << level
        self.bottom = Residual(width, filters << levels, 2)
        width = filters << levels
        for level in reversed(range(levels)):
            setattr(self, f"up{level}", Up(width + (filters << level), filters << level))
            width = filters << level
        self.output = nn.Conv3d(width, 1, 1)

    def forward(self, x):
        skips = []
        for level in range(self.levels):
            x = getattr(self, f"down{level}")(x)
            skips.append(x)
        x = self.bottom(x)
        for level in reversed(range(self.levels)):
            x = functional.interpolate(x, scale_factor=2, mode="nearest")
            x = getattr(self, f"up{level}")(torch.cat([x, skips.pop()], dim=1))
        return torch.sigmoid(self.output(x))


ARCHITECTURES = {"standard": UNet, "hybrid": UNet, "residual": ResidualUNet, "residual-hybrid": ResidualUNet}


def load(folder):
    """The network of a folder with model.json and weights.safetensors, ready for use, and what model.json says."""
    folder = Path(folder)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    size = card["parameters"]
    network = ARCHITECTURES[card["architecture"]](len(card["channels"]), size["filters"], size["levels"])
    weights = {name: torch.from_numpy(values.copy()) for name, values in
               read_safetensors(folder / "weights.safetensors").items()}
    network.load_state_dict(weights)
    return network.eval(), card
