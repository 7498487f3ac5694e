package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads series of single-frame files, one slice each, whatever they mean: in any order and orientation, as
 * {@link StackLayout} lays them out. Each file is read once, several side by side, and its values go straight to their
 * place. Thread-safe when its meaning is.
 */
final class SliceReader {

    private final DicomToolkit toolkit;
    private final SliceMeaning meaning;

    /** Reads files with {@code toolkit}, whose values {@code meaning} knows. */
    SliceReader(DicomToolkit toolkit, SliceMeaning meaning) {
        this.toolkit = Objects.requireNonNull(toolkit);
        this.meaning = Objects.requireNonNull(meaning);
    }

    /** What a file says beside its values. */
    private record Slice(SlicePlace place, List<String> remarks) {
    }

    /** The first file, which says what the others must be like. */
    private record First(Header header, SlicePlane plane, int count) {

        double thicknessMm() throws GlomeraException {
            OptionalDouble thickness = header.number(Tag.SLICE_THICKNESS);
            return thickness.orElse(0) > 0 ? thickness.getAsDouble()
                    : header.number(Tag.SPACING_BETWEEN_SLICES).orElse(0);
        }
    }

    /**
     * Reads the series.
     *
     * @throws GlomeraException when a file is damaged, of another kind, size, spacing or orientation than the first,
     *         or the slices make no regular grid; the message names the file and the position
     */
    ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        List<Path> files = series.files();
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        progress.checkCanceled();
        First first = first(files, ReadExtent.ALL);
        PixelWords.of(first.header(), first.count());
        float[] values = new float[first.count() * files.size()];
        List<Slice> slices = SideBySide.all(indices(files), progress.split(90), (i, asked) -> {
            Header header = i == 0 ? first.header() : header(files.get(i), ReadExtent.ALL);
            PixelWords words = PixelWords.of(header, first.count());
            SliceMeaning.Values of = meaning.values(header, words);
            Slice slice = slice(first, header, of);
            of.into(values, i * first.count(), 0, first.count());
            return slice;
        });
        StackLayout layout = layout(first, slices);
        layout.requireTwinsAlike(values);
        float[] filled = StackFill.fill(layout, values, meaning.outside(), progress.split(10));
        return new ReadImage(new Volume(layout.grid(), meaning.quantity(), filled),
                remarks(first, layout, slices));
    }

    /**
     * What {@link #read} will give, by headers alone. Pixels are not compared: of slices at one position the first is
     * taken.
     *
     * @throws GlomeraException as {@link #read} would, as far as headers tell
     */
    ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        List<Path> files = series.files();
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        progress.checkCanceled();
        First first = first(files, ReadExtent.HEADER);
        List<Slice> slices = SideBySide.all(indices(files), progress.split(100), (i, asked) -> {
            Header header = i == 0 ? first.header() : header(files.get(i), ReadExtent.HEADER);
            return slice(first, header, meaning.values(header, PixelWords.announced(header, first.count())));
        });
        StackLayout layout = layout(first, slices);
        return new ImageOutline(layout.grid(), meaning.quantity(), remarks(first, layout, slices));
    }

    private static List<Integer> indices(List<Path> files) {
        return IntStream.range(0, files.size()).boxed().toList();
    }

    private Header header(Path file, ReadExtent extent) throws GlomeraException {
        return new Header(file, toolkit.read(file, extent));
    }

    private First first(List<Path> files, ReadExtent extent) throws GlomeraException {
        Header header = header(files.get(0), extent);
        meaning.values(header, extent == ReadExtent.ALL ? PixelWords.of(header, 0) : PixelWords.announced(header, 0));
        SlicePlane plane = SlicePlane.of(header, header);
        long voxels = (long) plane.columns() * plane.rows();
        if (voxels > StackLayout.MOST_VOXELS || voxels * files.size() > StackLayout.MOST_VOXELS) {
            throw new SlicePlace(files.get(0).toString(), new Vector3(0, 0, 0)).tooLarge(plane.columns(), plane.rows(),
                    files.size());
        }
        return new First(header, plane, (int) voxels);
    }

    private static Slice slice(First first, Header header, SliceMeaning.Values of) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (frames != 1) {
            throw header.problem("it promises " + frames + " frames, but an image of its class has one");
        }
        requireSame(first, SlicePlane.of(header, header), header.file());
        Vector3 position = header.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position");
        return new Slice(new SlicePlace(header.file().toString(), position), of.remarks());
    }

    private static void requireSame(First first, SlicePlane own, Path file) throws GlomeraException {
        if (!first.plane().isParallelTo(own)) {
            throw new GlomeraException(Kind.INPUT, file + " has another orientation than " + first.header().file()
                    + " of the same series. Take the files of the other orientation out of the folder.");
        }
        if (!first.plane().isSameAs(own)) {
            throw new GlomeraException(Kind.INPUT, file + " has another size or pixel spacing than "
                    + first.header().file()
                    + " of the same series. Take the files of the other reconstruction out of the folder.");
        }
    }

    private static StackLayout layout(First first, List<Slice> slices) throws GlomeraException {
        return StackLayout.of(first.plane(), slices.stream().map(Slice::place).toList(), first.thicknessMm());
    }

    private static List<String> remarks(First first, StackLayout layout, List<Slice> slices) {
        Set<String> remarks = new LinkedHashSet<>(layout.remarks());
        if (slices.size() > 1 && first.header().text(Tag.SERIES_INSTANCE_UID).isEmpty()) {
            remarks.add("The files do not say which series they belong to; those of one folder that fit one another "
                    + "were taken as one.");
        }
        slices.forEach(slice -> remarks.addAll(slice.remarks()));
        return new ArrayList<>(remarks);
    }
}
