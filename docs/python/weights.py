"""Safetensors files with numpy alone: eight bytes with the header's length, the header in JSON, the numbers.

Where the package safetensors is installed, safetensors.numpy.load_file and save_file do the same.
"""

import json
import struct

import numpy


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
