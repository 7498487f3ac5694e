package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads an image whose frames say by functional groups where they lie (PS3.3 C.7.6.16): enhanced CT and others of its
 * kind, one file a volume. Frames stand in any order; what all have in common is shared. Thread-safe.
 */
final class FramesReader {

    private final DicomToolkit toolkit;
    private final Quantity quantity;
    private final SpectRules rules;

    /** Reads with {@code toolkit}; values are Hounsfield units, or of a quantity that is not known. */
    FramesReader(DicomToolkit toolkit, Quantity quantity) {
        this(toolkit, quantity, SpectRules.asStored());
    }

    private FramesReader(DicomToolkit toolkit, Quantity quantity, SpectRules rules) {
        this.toolkit = Objects.requireNonNull(toolkit);
        this.quantity = Objects.requireNonNull(quantity);
        this.rules = Objects.requireNonNull(rules);
    }

    /** Reads enhanced PET in Bq/ml. */
    static FramesReader ofPet(DicomToolkit toolkit, SpectRules rules) {
        return new FramesReader(toolkit, Quantity.ACTIVITY_CONCENTRATION, rules);
    }

    /**
     * The frames of a file.
     *
     * @param values what the stored values of each frame mean
     */
    private record Frames(StackLayout layout, List<SliceMeaning.Values> values) {
        List<String> remarks() {
            Set<String> remarks = new LinkedHashSet<>(layout.remarks());
            values.forEach(each -> remarks.addAll(each.remarks()));
            return new ArrayList<>(remarks);
        }
    }

    /**
     * Reads the series, which has one file.
     *
     * @throws GlomeraException when it is a part of a concatenation, or its frames make no regular grid
     */
    ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        Header header = header(series, ReadExtent.ALL, progress.split(50));
        Frames frames = frames(header, PixelWords.of(header, voxels(header)));
        int count = frames.layout().voxelsPerSlice();
        float[] values = new float[frames.values().size() * count];
        for (int i = 0; i < frames.values().size(); i++) {
            progress.checkCanceled();
            frames.values().get(i).into(values, i * count, i * count, count);
        }
        frames.layout().requireTwinsAlike(values);
        float outside = quantity == Quantity.HOUNSFIELD ? CtReader.PADDING_HU : 0;
        float[] filled = StackFill.fill(frames.layout(), values, outside, progress.split(50));
        return new ReadImage(new Volume(frames.layout().grid(), quantity, filled), frames.remarks());
    }

    /**
     * What {@link #read} will give, by the header alone.
     *
     * @throws GlomeraException as {@link #read} would, as far as the header tells
     */
    ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        Header header = header(series, ReadExtent.HEADER, SubMonitor.convert(monitor, 1));
        Frames frames = frames(header, PixelWords.announced(header, voxels(header)));
        return new ImageOutline(frames.layout().grid(), quantity, frames.remarks());
    }

    private Header header(DicomSeries series, ReadExtent extent, SubMonitor progress) throws GlomeraException {
        List<Path> files = series.files();
        progress.checkCanceled();
        Header header = new Header(files.get(0), toolkit.read(files.get(0), extent));
        if (header.dataSet().text(Tag.CONCATENATION_UID).isPresent()
                && header.integer(Tag.IN_CONCATENATION_TOTAL_NUMBER).orElse(2) > 1) {
            throw header.problem("it is a part of an image that was cut into several files (concatenation "
                    + Tag.CONCATENATION_UID.notation() + "), which are not joined. Export the image as one file");
        }
        if (files.size() != 1) {
            throw new GlomeraException(Kind.INPUT, "The multi-frame series of " + files.get(0) + " has " + files.size()
                    + " files; a volume is one. Take the others out of the folder.");
        }
        return header;
    }

    private static int count(Header header) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        int groups = header.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
        if (frames < 1 || frames != groups) {
            throw header.problem("it promises " + frames + " frames, but describes " + groups + " of them "
                    + Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE.notation());
        }
        return frames;
    }

    private static long voxels(Header header) throws GlomeraException {
        long perFrame = (long) header.requireInteger(Tag.ROWS, "number of rows")
                * header.requireInteger(Tag.COLUMNS, "number of columns");
        int frames = count(header);
        if (perFrame < 0 || perFrame > StackLayout.MOST_VOXELS || perFrame * frames > StackLayout.MOST_VOXELS) {
            throw header.problem("it has more voxels than this program can hold");
        }
        return perFrame * frames;
    }

    private Frames frames(Header header, PixelWords words) throws GlomeraException {
        int count = count(header);
        FrameValues meaning = meaning(header);
        List<SlicePlace> places = new ArrayList<>(count);
        List<SliceMeaning.Values> values = new ArrayList<>(count);
        SlicePlane plane = null;
        for (int frame = 0; frame < count; frame++) {
            SlicePlane own = SlicePlane.of(header, group(header, frame, Tag.PIXEL_MEASURES_SEQUENCE),
                    group(header, frame, Tag.PLANE_ORIENTATION_SEQUENCE));
            plane = plane == null ? own : plane;
            if (!plane.isSameAs(own)) {
                throw header.problem("its frames 1 and " + (frame + 1) + " have another orientation or pixel spacing: "
                        + "it holds several images. Export each as a file of its own");
            }
            Header at = group(header, frame, Tag.PLANE_POSITION_SEQUENCE);
            places.add(new SlicePlace("frame " + (frame + 1) + " of " + header.file(),
                    at.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position")));
            values.add(meaning.of(frame, words));
        }
        double thickness = group(header, 0, Tag.PIXEL_MEASURES_SEQUENCE).number(Tag.SLICE_THICKNESS).orElse(0);
        return new Frames(StackLayout.of(plane, places, thickness), values);
    }

    /** Says what the stored values of a frame mean. */
    @FunctionalInterface
    private interface FrameValues {
        SliceMeaning.Values of(int frame, PixelWords words) throws GlomeraException;
    }

    private FrameValues meaning(Header header) throws GlomeraException {
        switch (quantity) {
            case HOUNSFIELD:
                CtMeaning ct = new CtMeaning();
                return (frame, words) -> ct.values(header, rescale(header, frame), words);
            case ACTIVITY_CONCENTRATION:
                EnhancedPet pet = new EnhancedPet(header, rules);
                return (frame, words) -> pet.values(items(header, frame, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE), words);
            default:
                PlainMeaning plain = new PlainMeaning();
                return (frame, words) -> plain.values(header, rescale(header, frame), words);
        }
    }

    private static Header rescale(Header header, int frame) {
        return group(header, frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
    }

    /** The item of a functional group of a frame: its own, or what all share; an empty one when there is none. */
    private static Header group(Header header, int frame, Tag macro) {
        List<DataSet> items = items(header, frame, macro);
        return header.of(items.isEmpty() ? new DataSet() : items.get(0));
    }

    private static List<DataSet> items(Header header, int frame, Tag macro) {
        DataSet own = header.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).get(frame);
        List<DataSet> items = own.items(macro);
        for (DataSet shared : header.dataSet().items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
            items = items.isEmpty() ? shared.items(macro) : items;
        }
        return items;
    }
}
