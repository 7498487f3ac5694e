"""Reads what Glomera wrote with pydicom, by the standard's formulas and without any code of Glomera's.

read_back.py ct FOLDER | nm FILE | rs FILE CT_FOLDER | seg FILE CT_FOLDER
prints one line of corner positions in mm (first and last voxel), then one number a voxel, x fastest.
"""
import os
import sys

import numpy as np
import pydicom


def geometry(orientation, spacing, position, step):
    """PS3.3 C.7.6.2.1.1: pixel spacing is row distance first; orientation is row direction first."""
    o = np.array([float(v) for v in orientation])
    matrix = np.column_stack([o[:3] * float(spacing[1]), o[3:] * float(spacing[0]), step])
    return matrix, np.array([float(v) for v in position])


def ct(folder):
    files = [pydicom.dcmread(os.path.join(folder, name)) for name in os.listdir(folder)]
    o = np.array([float(v) for v in files[0].ImageOrientationPatient])
    normal = np.cross(o[:3], o[3:])
    files.sort(key=lambda f: np.dot(normal, np.array(f.ImagePositionPatient, dtype=float)))
    first, last = (np.array(f.ImagePositionPatient, dtype=float) for f in (files[0], files[-1]))
    matrix, origin = geometry(files[0].ImageOrientationPatient, files[0].PixelSpacing,
                              files[0].ImagePositionPatient, (last - first) / (len(files) - 1))
    values = np.stack([f.pixel_array * float(f.RescaleSlope) + float(f.RescaleIntercept) for f in files])
    return matrix, origin, values, [f.SOPInstanceUID for f in files]


def nm(path):
    f = pydicom.dcmread(path)
    detector = f.DetectorInformationSequence[0]
    o = np.array([float(v) for v in detector.ImageOrientationPatient])
    step = np.cross(o[:3], o[3:]) * float(f.SpacingBetweenSlices)
    matrix, origin = geometry(detector.ImageOrientationPatient, f.PixelSpacing, detector.ImagePositionPatient, step)
    real = f.RealWorldValueMappingSequence[0]
    assert real.MeasurementUnitsCodeSequence[0].CodeValue == "Bq/ml"
    values = f.pixel_array * float(real.RealWorldValueSlope) + float(real.RealWorldValueIntercept)
    return matrix, origin, values[np.argsort(np.array(f.SliceVector))]


def inside(xs, ys, nx, ny):
    """Even-odd rule for all pixel centres at once."""
    x, y = np.meshgrid(np.arange(nx), np.arange(ny))
    result = np.zeros((ny, nx), dtype=bool)
    for i in range(len(xs)):
        x0, y0, x1, y1 = xs[i - 1], ys[i - 1], xs[i], ys[i]
        if y0 != y1:
            result ^= ((y0 > y) != (y1 > y)) & (x < x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    return result


def rs(path, folder):
    matrix, origin, values, uids = ct(folder)
    f = pydicom.dcmread(path)
    labels = np.zeros(values.shape, dtype=int)
    names = {roi.ROINumber: roi.ROIName for roi in f.StructureSetROISequence}
    for roi in f.ROIContourSequence:
        label = {"Kidney_R": 1, "Kidney_L": 2}[names[roi.ReferencedROINumber]]
        mask = np.zeros(values.shape, dtype=bool)
        for contour in roi.ContourSequence:
            points = np.array(contour.ContourData, dtype=float).reshape(-1, 3)
            assert len(points) == contour.NumberOfContourPoints
            voxel = np.linalg.solve(matrix, (points - origin).T)
            z = uids.index(contour.ContourImageSequence[0].ReferencedSOPInstanceUID)
            assert np.allclose(voxel[2], z, atol=1e-6)
            mask[z] ^= inside(voxel[0], voxel[1], values.shape[2], values.shape[1])
        labels[mask] = label
    return matrix, origin, labels


def seg(path, folder):
    """The voxels of a SEG on the grid of the CT that it refers to, and the rules that highdicom checks when it reads."""
    matrix, origin, values, uids = ct(folder)
    f = pydicom.dcmread(path)
    assert f.SegmentationType == "BINARY" and f.BitsAllocated == 1 and f.Modality == "SEG"
    assert [s.SegmentNumber for s in f.SegmentSequence] == list(range(1, len(f.SegmentSequence) + 1))
    referenced = f.ReferencedSeriesSequence[0]
    assert sorted(r.ReferencedSOPInstanceUID for r in referenced.ReferencedInstanceSequence) == sorted(uids)
    sides = {}
    for segment in f.SegmentSequence:
        kind = segment.SegmentedPropertyTypeCodeSequence[0]
        assert (kind.CodeValue, kind.CodingSchemeDesignator) == ("64033007", "SCT")
        modifier = kind.SegmentedPropertyTypeModifierCodeSequence[0].CodeValue
        sides[segment.SegmentNumber] = {"24028007": 1, "7771000": 2}[modifier]
    shared = f.SharedFunctionalGroupsSequence[0]
    measures = shared.PixelMeasuresSequence[0]
    own, _ = geometry(shared.PlaneOrientationSequence[0].ImageOrientationPatient, measures.PixelSpacing,
                      [0, 0, 0], matrix[:, 2])
    assert np.allclose(own, matrix, atol=1e-9)
    assert abs(float(measures.SpacingBetweenSlices) - np.linalg.norm(matrix[:, 2])) < 1e-9
    labels = np.zeros(values.shape, dtype=int)
    frames = f.pixel_array.reshape(-1, f.Rows, f.Columns)
    assert len(f.PerFrameFunctionalGroupsSequence) == int(f.NumberOfFrames) == len(frames)
    indices = [tuple(g.FrameContentSequence[0].DimensionIndexValues) for g in f.PerFrameFunctionalGroupsSequence]
    assert len(set(indices)) == len(indices)
    for groups, frame, index in zip(f.PerFrameFunctionalGroupsSequence, frames, indices):
        position = np.array(groups.PlanePositionSequence[0].ImagePositionPatient, dtype=float)
        voxel = np.linalg.solve(matrix, position - origin)
        z = int(round(voxel[2]))
        assert np.allclose(voxel, [0, 0, z], atol=1e-6)
        source = groups.DerivationImageSequence[0].SourceImageSequence[0]
        assert uids.index(source.ReferencedSOPInstanceUID) == z
        number = groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber
        assert index[0] == number
        labels[z][frame > 0] += sides[number]
    return matrix, origin, labels


def main():
    kind, *paths = sys.argv[1:]
    matrix, origin, values = {"ct": ct, "nm": nm, "rs": rs, "seg": seg}[kind](*paths)[:3]
    last = origin + matrix @ (np.array(values.shape[::-1]) - 1)
    print(*[repr(float(v)) for v in [*origin, *last]])
    for value in values.ravel():
        print(repr(float(value)))


main()
