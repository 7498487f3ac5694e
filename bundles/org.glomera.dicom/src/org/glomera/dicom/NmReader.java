package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads a reconstructed NM tomogram (PS3.3 A.5, image type RECON TOMO), one multi-frame file, as a volume in Bq/ml.
 * Position and orientation of the first slice are those of the detector information sequence (PS3.3 C.8.4.11); the
 * slices follow along the normal by the spacing between slices, whose sign says to which side (PS3.3 C.8.4.15). Index
 * z always grows along the normal. Counts become Bq/ml by the file's own real world value mapping (PS3.3
 * C.7.6.16.2.11); a file without one is refused, never guessed. Thread-safe.
 */
public final class NmReader {

    private static final String RECONSTRUCTED = "RECON TOMO";
    /** As many as the slice vector, an element of 16-bit numbers, can tell apart. */
    private static final int MOST_FRAMES = 65535;

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public NmReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the series, which has one file.
     *
     * @param rules how counts become Bq/ml where the file does not say
     * @throws GlomeraException when the file is damaged, is not a reconstructed tomogram of one energy window and one
     *         time, or has no calibration to Bq/ml
     */
    public ReadImage read(DicomSeries series, SpectRules rules, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading NM tomogram", 1);
        Header header = header(series, ReadExtent.ALL, progress);
        Volume volume = volume(header, frameOfSlice(header));
        progress.worked(1);
        return new ReadImage(volume, List.of());
    }

    /**
     * What {@link #read} will give, by the header of its file alone, with the same checks but for
     * those of the pixel data themselves; that the file is too short for them is seen where they are not compressed.
     *
     * @throws GlomeraException when the series cannot be read, as {@link #read} would say it
     */
    public ImageOutline look(DicomSeries series, SpectRules rules, IProgressMonitor monitor)
            throws GlomeraException {
        Header header = header(series, ReadExtent.HEADER, SubMonitor.convert(monitor));
        int slices = frameOfSlice(header).length;
        Grid grid = grid(header, slices);
        PixelWords.announced(header, grid.voxelCount());
        RealWorldMapping.toBqPerMl(header);
        return new ImageOutline(grid, Quantity.ACTIVITY_CONCENTRATION, List.of());
    }

    private Header header(DicomSeries series, ReadExtent extent, SubMonitor progress) throws GlomeraException {
        List<Path> files = series.files();
        if (files.size() != 1) {
            throw new GlomeraException(Kind.INPUT, "The NM series of " + files.get(0) + " has " + files.size()
                    + " files; a reconstructed tomogram is one. Take the other reconstructions out of the folder.");
        }
        progress.checkCanceled();
        Header header = new Header(files.get(0), toolkit.read(files.get(0), extent));
        requireTomogram(header);
        if (extent == ReadExtent.ALL) {
            requireFrames(header);
        }
        return header;
    }

    private static void requireTomogram(Header header) throws GlomeraException {
        String sopClass = header.text(Tag.SOP_CLASS_UID);
        if (!sopClass.equals(Uids.NM_IMAGE)) {
            throw header.problem("it is not a nuclear medicine image but of the class " + sopClass);
        }
        List<String> type = header.dataSet().texts(Tag.IMAGE_TYPE);
        if (type.size() < 3 || !type.get(2).strip().equals(RECONSTRUCTED)) {
            throw header.problem("it is a nuclear medicine image of the type " + String.join("\\", type)
                    + ", not a reconstructed tomogram (" + RECONSTRUCTED + "). Reconstruct it first");
        }
    }

    private static void requireFrames(Header header) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        int bytes = header.dataSet().bytes(Tag.PIXEL_DATA).map(data -> data.length).orElse(0);
        if (frames > bytes) {
            throw header.problem("it promises " + frames + " frames, but its pixel data have " + bytes + " bytes; it was "
                    + "probably cut off when it was copied");
        }
    }

    /** The frame that holds each slice, by the slice vector (PS3.3 C.8.4.8). */
    private static int[] frameOfSlice(Header header) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        int slices = header.integer(Tag.NUMBER_OF_SLICES).orElse(frames);
        double[] vector = header.numbers(Tag.SLICE_VECTOR);
        if (frames > MOST_FRAMES) {
            throw header.problem("it promises " + frames + " frames, more than a tomogram has");
        }
        if (frames < 1 || frames != slices || vector.length != 0 && vector.length != frames) {
            throw header.problem("its " + frames + " frames, " + slices + " slices and slice vector of " + vector.length
                    + " do not fit one another; tomograms of several energy windows or times are not supported");
        }
        int[] frameOfSlice = new int[slices];
        boolean[] seen = new boolean[slices];
        for (int frame = 0; frame < frames; frame++) {
            int slice = vector.length == 0 ? frame : (int) vector[frame] - 1;
            if (slice < 0 || slice >= slices || seen[slice]) {
                throw header.problem("its slice vector does not name each slice once");
            }
            seen[slice] = true;
            frameOfSlice[slice] = frame;
        }
        return frameOfSlice;
    }

    private static Grid grid(Header header, int slices) throws GlomeraException {
        Header detector = detector(header);
        SlicePlane plane = SlicePlane.of(header, detector);
        if ((long) plane.columns() * plane.rows() * slices > Integer.MAX_VALUE - 16) {
            throw header.problem("it has more voxels than this program can hold");
        }
        double step = stepMm(header);
        Vector3 first = detector.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position");
        Vector3 lowest = step > 0 ? first : first.plus(plane.normal().times(step * (slices - 1)));
        return new Grid(plane.columns(), plane.rows(), slices,
                new Affine3(plane.alongRow().times(plane.columnSpacingMm()),
                        plane.alongColumn().times(plane.rowSpacingMm()), plane.normal().times(Math.abs(step)), lowest));
    }

    private static Volume volume(Header header, int[] frameOfSlice) throws GlomeraException {
        int slices = frameOfSlice.length;
        Grid grid = grid(header, slices);
        int perSlice = grid.nx() * grid.ny();
        double step = stepMm(header);
        PixelWords words = PixelWords.of(header, (long) perSlice * slices);
        RealWorldMapping mapping = RealWorldMapping.toBqPerMl(header);
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < slices; z++) {
            int frame = frameOfSlice[step > 0 ? z : slices - 1 - z];
            for (int i = 0; i < perSlice; i++) {
                values[z * perSlice + i] = mapping.apply(words.at(frame * perSlice + i));
            }
        }
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** The item that says where the image lies; some systems write position and orientation at the top level. */
    private static Header detector(Header header) {
        List<DataSet> detectors = header.dataSet().items(Tag.DETECTOR_INFORMATION_SEQUENCE);
        boolean oriented = !detectors.isEmpty() && detectors.get(0).has(Tag.IMAGE_ORIENTATION_PATIENT);
        return oriented ? header.of(detectors.get(0)) : header;
    }

    private static double stepMm(Header header) throws GlomeraException {
        OptionalDouble spacing = header.number(Tag.SPACING_BETWEEN_SLICES);
        double step = spacing.isPresent() ? spacing.getAsDouble()
                : header.requireNumber(Tag.SLICE_THICKNESS, "spacing between slices");
        if (!Double.isFinite(step) || step == 0) {
            throw header.problem("its spacing between slices is " + step + " mm");
        }
        return step;
    }
}
