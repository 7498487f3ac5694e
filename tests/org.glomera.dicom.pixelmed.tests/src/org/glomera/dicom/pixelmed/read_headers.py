"""Prints what pydicom finds in headers: read_headers.py FOLDER TAG... gives a line FILE, TAG, VALUES, separated by tabs."""
import os
import sys
import warnings

import pydicom

warnings.simplefilter('ignore')


def texts(element):
    value = element.value
    if value is None or value == '':
        return []
    values = value if isinstance(value, (list, pydicom.multival.MultiValue)) else [value]
    return [str(int(one)) if element.VR == 'AT' else original(one) for one in values]


def original(value):
    kept = getattr(value, 'original_string', None)
    if isinstance(kept, str):
        return kept
    return value.decode('latin1') if isinstance(value, bytes) else str(value)


def main(folder, tags):
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            file = os.path.join(parent, name)
            try:
                found = pydicom.dcmread(file, stop_before_pixels=True)
            except Exception:
                try:
                    found = pydicom.dcmread(file, stop_before_pixels=True, force=True)
                except Exception:
                    continue
            for tag in tags:
                if int(tag, 16) in found and found[int(tag, 16)].VR != 'SQ':
                    value = '\\'.join(texts(found[int(tag, 16)]))
                    print(file, tag, ' '.join(value.split()).encode('ascii', 'replace').decode(), sep='\t')


main(sys.argv[1], sys.argv[2:])
