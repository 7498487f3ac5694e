"""Makes input.safetensors of a case that a study has prepared for a network.

    /usr/bin/python3 docs/python/prepared_input.py STUDY NETWORK CASE input.safetensors
    ./glomera model check STUDY/runs/NETWORK --input input.safetensors --write FOLDER

Needs numpy and nibabel (Debian: python3-nibabel).
"""

import json
import sys
from pathlib import Path

import nibabel
import numpy

from weights import write_safetensors


def main(study, network, case, out):
    folder = Path(study) / "prepared" / network
    channels = json.loads((folder / "prepared.json").read_text(encoding="utf-8"))["channels"]
    # NIfTI has x first; a network's arrays have z first
    volumes = [numpy.asarray(nibabel.load(folder / f"{case}_{channel}.nii.gz").dataobj, "f4").transpose(2, 1, 0)
               for channel in channels]
    write_safetensors(out, {"input": numpy.stack(volumes)})


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
