package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads a CT series of single-frame files (PS3.3 A.3) as a volume in Hounsfield units. Index x runs along an image's
 * row, y along its column and z along their vector product, whatever the files' order and names. Voxels with the
 * pixel padding value (PS3.3 C.7.5.1.1.2), which lie outside the reconstructed circle, become {@link #PADDING_HU}.
 * Each file is read once. Thread-safe.
 */
public final class CtReader {

    /** What stands for padding: air, at the lower end of the usual 12-bit scale. */
    public static final float PADDING_HU = -1024;

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public CtReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the series.
     *
     * @throws GlomeraException when a file is damaged or not a single-frame CT image, files differ in size, spacing or
     *         orientation, a slice is missing or double, spacing varies or the gantry was tilted; the message names
     *         the file and the position
     */
    public ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        return new ReadImage(volume(stack(series, ReadExtent.ALL, monitor)), List.of());
    }

    /**
     * What {@link #read} will give, by the headers of its files alone, with the same checks but for
     * those of the pixel data themselves; that a file is too short for its pixels is seen where they are not compressed.
     *
     * @throws GlomeraException when the series cannot be read, as {@link #read} would say it
     */
    public ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        Grid grid = stack(series, ReadExtent.HEADER, monitor).grid();
        return new ImageOutline(grid, Quantity.HOUNSFIELD, List.of());
    }

    private SliceStack stack(DicomSeries series, ReadExtent extent, IProgressMonitor monitor) throws GlomeraException {
        List<Path> files = series.files();
        SubMonitor progress = SubMonitor.convert(monitor, "Reading CT series", files.size());
        List<SliceStack.Slice> slices = new ArrayList<>(files.size());
        SlicePlane plane = null;
        OptionalDouble thickness = OptionalDouble.empty();
        for (Path file : files) {
            progress.checkCanceled();
            Header header = new Header(file, toolkit.read(file, extent));
            requireSingleFrameCt(header);
            SlicePlane own = SlicePlane.of(header, header);
            if (plane == null) {
                plane = own;
                thickness = header.number(Tag.SLICE_THICKNESS);
                requireRoom(plane, files);
            }
            requireSame(plane, own, files.get(0), file);
            Vector3 position = header.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position");
            slices.add(new SliceStack.Slice(file, position, extent == ReadExtent.ALL ? CtPixels.of(header, plane)
                    : CtPixels.announced(header, plane)));
            progress.worked(1);
        }
        return new SliceStack(plane, slices, thickness);
    }

    private static void requireSingleFrameCt(Header header) throws GlomeraException {
        String sopClass = header.text(Tag.SOP_CLASS_UID);
        if (!sopClass.equals(Uids.CT_IMAGE)) {
            throw header.problem("it is not a single-frame CT image but of the class " + sopClass);
        }
    }

    private static void requireRoom(SlicePlane plane, List<Path> files) throws GlomeraException {
        if ((long) plane.columns() * plane.rows() * files.size() > Integer.MAX_VALUE - 16) {
            throw new GlomeraException(Kind.RESOURCES, "The series of " + files.get(0) + " has " + files.size()
                    + " slices of " + plane.columns() + " x " + plane.rows()
                    + " voxels, more than this program can hold. Import a part of it.");
        }
    }

    private static void requireSame(SlicePlane plane, SlicePlane own, Path first, Path file) throws GlomeraException {
        if (!plane.isParallelTo(own)) {
            throw new GlomeraException(Kind.INPUT, file + " has another orientation than " + first
                    + " of the same series. Take the files of the other orientation out of the folder.");
        }
        if (!plane.isSameAs(own)) {
            throw new GlomeraException(Kind.INPUT, file + " has another size or pixel spacing than " + first
                    + " of the same series. Take the files of the other reconstruction out of the folder.");
        }
    }

    private static Volume volume(SliceStack stack) throws GlomeraException {
        Grid grid = stack.grid();
        float[] values = new float[grid.voxelCount()];
        int slice = grid.nx() * grid.ny();
        List<SliceStack.Slice> ordered = stack.ordered();
        for (int z = 0; z < ordered.size(); z++) {
            ordered.get(z).pixels().into(values, z * slice);
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }
}
