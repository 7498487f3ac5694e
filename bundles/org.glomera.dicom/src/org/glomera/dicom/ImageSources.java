package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.ImageReference.Slice;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/** Finds how a delineation refers to the slices of an image. Thread-safe. */
public final class ImageSources {

    /** How far a slice of a file may lie from a slice of the grid, in voxels, and still be the same one. */
    private static final double SAME_SLICE = 0.1;

    private final DicomToolkit toolkit;

    /** Reads headers with {@code toolkit}. */
    public ImageSources(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * The image of a series.
     *
     * @param grid the grid that the series is read onto ({@link DicomImages#look}); a slice of it that no file holds,
     *        because it was filled in or resampled, refers to no object
     * @throws GlomeraException when a file cannot be read
     */
    public ImageSource of(DicomSeries series, Grid grid, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading references", series.instances().size());
        Slice[] slices = new Slice[grid.nz()];
        Arrays.fill(slices, Slice.NONE);
        Affine3 toVoxel = grid.voxelToPatientMm().inverse();
        DataSet first = null;
        List<String> objects = new ArrayList<>();
        for (DicomInstance instance : series.instances()) {
            progress.checkCanceled();
            Header header = new Header(instance.file(), toolkit.read(instance.file(), ReadExtent.HEADER));
            first = first == null ? header.dataSet() : first;
            objects.add(instance.sopInstanceUid());
            List<Vector3> frames = positions(header);
            for (int i = 0; i < frames.size(); i++) {
                place(toVoxel.apply(frames.get(i)), slices,
                        new Slice(instance.sopInstanceUid(), header.dataSet().has(Tag.NUMBER_OF_FRAMES) ? i + 1 : 0));
            }
            progress.worked(1);
        }
        String sopClass = first.text(Tag.SOP_CLASS_UID).orElse(series.sopClassUid());
        ImageReference reference = new ImageReference(study(series), series.seriesInstanceUid(), frame(series), sopClass,
                objects, Arrays.asList(slices), grid);
        return new ImageSource(reference, first);
    }

    /** The study; an image without one gets one that follows from its series (it is type 1 too). */
    private static String study(DicomSeries series) {
        return series.studyInstanceUid().isEmpty() ? Uids.derived(series.seriesInstanceUid(), "study")
                : series.studyInstanceUid();
    }

    /** The frame of reference; an image without one gets one that follows from its series (it is type 1). */
    private static String frame(DicomSeries series) {
        return series.frameOfReferenceUid().isEmpty() ? Uids.derived(series.seriesInstanceUid(), "frame")
                : series.frameOfReferenceUid();
    }

    private static void place(Vector3 voxel, Slice[] slices, Slice slice) {
        long z = Math.round(voxel.z());
        boolean same = Math.max(Math.abs(voxel.x()), Math.max(Math.abs(voxel.y()), Math.abs(voxel.z() - z)))
                <= SAME_SLICE;
        if (same && z >= 0 && z < slices.length && !slices[(int) z].isStored()) {
            slices[(int) z] = slice;
        }
    }

    /** Where the frames of a file lie; none where it does not say. */
    private static List<Vector3> positions(Header header) throws GlomeraException {
        List<DataSet> groups = header.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        List<Vector3> positions = new ArrayList<>();
        if (!groups.isEmpty()) {
            for (DataSet group : groups) {
                for (DataSet plane : group.items(Tag.PLANE_POSITION_SEQUENCE)) {
                    positions.add(header.of(plane).requireVector(Tag.IMAGE_POSITION_PATIENT, "image position"));
                }
            }
            return positions.size() == groups.size() ? positions : List.of();
        }
        if (header.text(Tag.SOP_CLASS_UID).equals(Uids.NM_IMAGE)) {
            return nmPositions(header);
        }
        return header.dataSet().has(Tag.IMAGE_POSITION_PATIENT)
                ? List.of(header.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position")) : List.of();
    }

    private static List<Vector3> nmPositions(Header header) throws GlomeraException {
        NmPlace place = NmPlace.of(header, new Remarks());
        int[] frameOfSlice = NmFrames.ofSlices(header);
        double spacing = header.number(Tag.SPACING_BETWEEN_SLICES)
                .orElse(header.number(Tag.SLICE_THICKNESS).orElse(0));
        Vector3[] positions = new Vector3[frameOfSlice.length];
        for (int slice = 0; slice < positions.length; slice++) {
            positions[frameOfSlice[slice]] = place.positionMm().plus(place.plane().normal().times(slice * spacing));
        }
        return Arrays.asList(positions);
    }
}
