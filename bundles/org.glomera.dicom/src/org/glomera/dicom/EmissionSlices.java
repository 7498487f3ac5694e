package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Emission slices, one a file, stacked by their positions as {@link StackLayout} lays them out. Each has its own scale:
 * the rescale slope of PET images varies from slice to slice, and with several positions of the bed so does the time of
 * acquisition. Voxels that no slice shows are 0. Files are read side by side, each once.
 */
final class EmissionSlices {

    private final EmissionForm form;
    private final SpectRules rules;
    private final List<Slice> slices;
    private final StackLayout layout;
    private final Remarks remarks = new Remarks();

    /** A file and what it says about its place. */
    private record Slice(Header header, NmPlace place, List<String> remarks) {

        static Slice of(Header header, EmissionForm form) throws GlomeraException {
            Remarks own = new Remarks();
            form.require(header, own);
            NmPlace place = form.place(header, own);
            return new Slice(header, place, own.list());
        }
    }

    private EmissionSlices(EmissionForm form, SpectRules rules, List<Slice> slices) throws GlomeraException {
        this.form = form;
        this.rules = rules;
        this.slices = slices;
        Slice first = slices.get(0);
        List<SlicePlace> places = slices.stream()
                .map(slice -> new SlicePlace(slice.header().file().toString(), slice.place().positionMm())).toList();
        this.layout = StackLayout.of(first.place().plane(), places,
                first.header().number(Tag.SLICE_THICKNESS).orElse(0));
        slices.forEach(slice -> slice.remarks().forEach(remarks::add));
        layout.remarks().forEach(remarks::add);
    }

    /** Reads the files of a series and puts them in order. */
    static EmissionSlices open(DicomToolkit toolkit, DicomSeries series, EmissionForm form, SpectRules rules,
            ReadExtent extent, SubMonitor progress) throws GlomeraException {
        List<Path> files = series.files();
        progress.checkCanceled();
        Slice first = Slice.of(new Header(files.get(0), toolkit.read(files.get(0), ReadExtent.HEADER)), form);
        requireRoom(first.place().plane(), files);
        List<Slice> slices = SideBySide.all(files, progress, (file, asked) -> {
            Slice slice = Slice.of(new Header(file, toolkit.read(file, extent)), form);
            requireSame(first.place(), slice.place(), files.get(0), file);
            return slice;
        });
        return new EmissionSlices(form, rules, slices);
    }

    private static void requireSame(NmPlace one, NmPlace other, Path first, Path file) throws GlomeraException {
        if (!one.plane().isSameAs(other.plane())) {
            throw new GlomeraException(Kind.INPUT, file + " has another size, pixel spacing or orientation than " + first
                    + " of the same series. Take the files of the other image out of the folder.");
        }
    }

    private static void requireRoom(SlicePlane plane, List<Path> files) throws GlomeraException {
        if ((long) plane.columns() * plane.rows() * files.size() > StackLayout.MOST_VOXELS) {
            throw new GlomeraException(Kind.RESOURCES, "The series of " + files.get(0) + " has " + files.size()
                    + " slices of " + plane.columns() + " x " + plane.rows()
                    + " voxels, more than this program can hold. Import a part of it.");
        }
    }

    /** The volume, of slices that were read with their pixel data. */
    ReadImage volume(SubMonitor progress) throws GlomeraException {
        List<EmissionScale> scales = scales();
        int perSlice = layout.voxelsPerSlice();
        float[] values = new float[perSlice * scales.size()];
        SideBySide.all(IntStream.range(0, scales.size()).boxed().toList(), progress, (slice, asked) -> {
            EmissionScale scale = scales.get(slice);
            scale.into(values, slice * perSlice, PixelWords.of(scale.file(), perSlice), 0, perSlice);
            return slice;
        });
        layout.requireTwinsAlike(values);
        float[] filled = StackFill.fill(layout, values, 0, progress);
        return new ReadImage(new Volume(layout.grid(), scales.get(0).quantity(), filled), remarks.list());
    }

    /** What {@link #volume} will give, of slices of which the headers were read. */
    ImageOutline outline() throws GlomeraException {
        List<EmissionScale> scales = scales();
        for (EmissionScale scale : scales) {
            PixelWords.announced(scale.file(), layout.voxelsPerSlice());
        }
        return new ImageOutline(layout.grid(), scales.get(0).quantity(), remarks.list());
    }

    /** The scales of the slices in the order of the files. */
    private List<EmissionScale> scales() throws GlomeraException {
        List<Header> headers = slices.stream().map(Slice::header).toList();
        DecayChange decay = new DecayChange(rules.decay(), headers, remarks);
        DecayState state = DecayState.of(headers.get(0));
        List<EmissionScale> scales = new ArrayList<>();
        for (Header header : headers) {
            EmissionSource source = form.source(header, decay.scanStart(), layout.grid().voxelVolumeMl());
            EmissionScale scale = EmissionScale.of(header, source, rules.calibration(), remarks)
                    .at(decay, source.durationS());
            requireSame(headers.get(0), state, scales.isEmpty() ? scale : scales.get(0), header, scale);
            scales.add(scale);
        }
        decay.tell();
        if (scales.get(0).quantity() == Quantity.COUNTS) {
            remarks.add("Its values are counts. " + Emission.HOW_TO_CALIBRATE);
        }
        return scales;
    }

    private static void requireSame(Header first, DecayState state, EmissionScale one, Header header,
            EmissionScale other) throws GlomeraException {
        if (one.quantity() != other.quantity() || !state.equals(DecayState.of(header))) {
            throw header.problem("its values have another unit or another decay correction than those of " + first.file()
                    + " of the same series. Export the series again");
        }
    }
}
