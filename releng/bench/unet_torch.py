#!/usr/bin/env python3
"""The volumetric U-Net of `./glomera bench network` in Python PyTorch: docs/python/glomera_unet.py, measured.

    python3 unet_torch.py measure SIZE FILTERS THREADS FORWARDS STEPS   times and peak of memory, as JSON
    python3 unet_torch.py numbers [float32|float64]                     the self-test's numbers, as `./glomera doctor` has them

Weights and images follow from a formula (see `value`), so that both sides calculate the same. Needs torch and numpy
(Debian: python3-torch), and nothing but the processor.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "docs" / "python"))
from glomera_unet import UNet  # noqa: E402: the network that users are given, layer by layer the same


def value(tensor, count):
    """`count` numbers from -1 to below 1 for the tensor of a number: the top 24 bits of a hash of 32 bits."""
    x = (np.arange(count, dtype=np.uint64) * 0x9E3779B1 + tensor * 0x85EBCA6B) & 0xFFFFFFFF
    for _ in range(2):
        x ^= x >> np.uint64(16)
        x = (x * 0x45D9F3B) & 0xFFFFFFFF
    x ^= x >> np.uint64(16)
    return (x >> np.uint64(8)).astype(np.float64) / 2**23 - 1


def filled(size, filters, levels, dtype):
    """The network with its weights by the formula, an image of two channels and its mask, a box in the middle."""
    net = UNet(2, filters, levels).to(dtype)
    for tensor, (_, weights) in enumerate(net.named_parameters()):
        fan_in = weights[0].numel()
        scale = (6 / fan_in) ** 0.5 if weights.dim() > 1 else 0.1
        numbers = (value(tensor, weights.numel()) * scale).astype(np.float32)
        weights.data = torch.from_numpy(numbers).to(dtype).reshape(weights.shape)
    image = np.stack([value(1000 + channel, size**3).astype(np.float32) for channel in range(2)])
    mask = np.zeros((size,) * 3, np.float32)
    mask[(slice(size // 4, 3 * size // 4),) * 3] = 1
    return net, torch.from_numpy(image).to(dtype).reshape(1, 2, size, size, size), torch.from_numpy(mask).to(dtype)


def dice_loss(output, mask):
    output = output[0, 0]
    return 1 - 2 * (output * mask).sum() / ((output**2).sum() + (mask**2).sum())


def peak_mb():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) >> 10 for line in status if line.startswith("VmHWM:"))


def reset_peak():
    with open("/proc/self/clear_refs", "w", encoding="ascii") as clear:
        clear.write("5")


def seconds(work, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def measure(size, filters, threads, forwards, steps):
    """A forward pass that is not counted, then those that are; then steps of gradient descent. Peaks of their own."""
    torch.set_num_threads(threads)
    net, image, mask = filled(size, filters, 4, torch.float32)
    optimiser = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9, nesterov=True)

    def forward():
        with torch.no_grad():
            return net(image)

    def step():
        optimiser.zero_grad()
        dice_loss(net(image), mask).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1)
        optimiser.step()

    mean = float(forward().mean())
    reset_peak()
    forward_seconds = seconds(forward, forwards)
    forward_peak = peak_mb()
    reset_peak()
    step_seconds = seconds(step, steps)
    print(json.dumps({"version": torch.__version__, "parameters": sum(p.numel() for p in net.parameters()),
                      "mean": mean, "forward": forward_seconds, "forwardPeakMb": forward_peak, "step": step_seconds,
                      "stepPeakMb": peak_mb()}))


def numbers(dtype):
    """The self-test's network: 8 filters, 4 levels, 32 voxels a side."""
    net, image, mask = filled(32, 8, 4, dtype)
    output = net(image)
    loss = dice_loss(output, mask)
    loss.backward()
    found = {"mean of the output": output.mean(), "output at 5 6 7": output[0, 0, 7, 6, 5],
             "output at 16 16 16": output[0, 0, 16, 16, 16], "output at 31 0 31": output[0, 0, 31, 0, 31], "loss": loss,
             "gradient": torch.sqrt(sum((p.grad**2).sum() for p in net.parameters()))}
    for name, weights in (("down0.conv1", net.down0.conv1), ("bottom.conv2", net.bottom.conv2),
                          ("up0.conv1", net.up0.conv1), ("output", net.output)):
        found["gradient of " + name] = weights.weight.grad.norm()
    for name, number in found.items():
        print(f"{name:28s} {float(number):.9g}")


if __name__ == "__main__":
    if len(sys.argv) == 7 and sys.argv[1] == "measure":
        measure(*map(int, sys.argv[2:]))
    elif len(sys.argv) in (2, 3) and sys.argv[1] == "numbers":
        numbers(getattr(torch, sys.argv[2] if len(sys.argv) == 3 else "float64"))
    else:
        sys.exit(__doc__)
