package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Reads a reconstructed NM tomogram (PS3.3 A.5, image type RECON TOMO) as a volume: one multi-frame file, or
 * slices that were exported one by one, each with its own position. Where it lies is explained at {@link NmPlace}; index z always grows along the normal of the slices. Values become Bq/ml by the
 * file's own real world value mapping (PS3.3 C.7.6.16.2.11) or unit BQML (0054,1001), else by the calibration that the
 * user set; without one they are {@link Quantity#COUNTS}. Activity is stated for the time that the rules name, see
 * {@link DecayReference}. Thread-safe.
 */
public final class NmReader {

    private final DicomToolkit toolkit;

    /** Makes a reader that parses files with {@code toolkit}. */
    public NmReader(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Reads the series.
     *
     * @param rules how counts become Bq/ml where the file does not say, and which time activity is stated for
     * @throws GlomeraException when a file is damaged, is not a reconstructed tomogram of one energy window and one
     *         time, does not say where it lies, or not what the rules need
     */
    public ReadImage read(DicomSeries series, SpectRules rules, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading NM tomogram", 2);
        if (series.files().size() > 1) {
            return slices(series, rules, ReadExtent.ALL, progress.split(1)).volume(progress.split(1));
        }
        Tomogram tomogram = open(series, rules, ReadExtent.ALL, progress);
        Volume volume = tomogram.volume();
        progress.worked(2);
        return new ReadImage(volume, tomogram.remarks().list());
    }

    /**
     * What {@link #read} will give, by the headers of the files alone, with the same checks but for those of the pixel
     * data themselves; that a file is too short for them is seen where they are not compressed.
     *
     * @throws GlomeraException when the series cannot be read, as {@link #read} would say it
     */
    public ImageOutline look(DicomSeries series, SpectRules rules, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor);
        if (series.files().size() > 1) {
            return slices(series, rules, ReadExtent.HEADER, progress).outline();
        }
        Tomogram tomogram = open(series, rules, ReadExtent.HEADER, progress);
        PixelWords.announced(tomogram.header(), tomogram.grid().voxelCount());
        return new ImageOutline(tomogram.grid(), tomogram.scale().quantity(), tomogram.remarks().list());
    }

    /** Slices that a system exported one by one: each file has one frame and its own position. */
    private EmissionSlices slices(DicomSeries series, SpectRules rules, ReadExtent extent, SubMonitor progress)
            throws GlomeraException {
        return EmissionSlices.open(toolkit, series, EmissionForm.NM, rules, extent, progress);
    }

    private Tomogram open(DicomSeries series, SpectRules rules, ReadExtent extent, SubMonitor progress)
            throws GlomeraException {
        progress.checkCanceled();
        Path file = series.files().get(0);
        Header header = new Header(file, toolkit.read(file, extent));
        Remarks remarks = new Remarks();
        NmKind.requireTomogram(header, remarks);
        if (extent == ReadExtent.ALL) {
            requireFrames(header);
        }
        return Tomogram.of(header, rules, remarks);
    }

    private static void requireFrames(Header header) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        int bytes = header.dataSet().bytes(Tag.PIXEL_DATA).map(data -> data.length).orElse(0);
        if (frames > bytes) {
            throw header.problem("it promises " + frames + " frames, but its pixel data have " + bytes + " bytes; it was "
                    + "probably cut off when it was copied");
        }
    }

    /** What the header of a file with all slices says. */
    private record Tomogram(Header header, Grid grid, int[] frameOfSlice, boolean reversed, EmissionScale scale,
            Remarks remarks) {

        static Tomogram of(Header header, SpectRules rules, Remarks remarks) throws GlomeraException {
            int[] frameOfSlice = NmFrames.ofSlices(header);
            double stepMm = NmPlace.stepMm(header, remarks);
            Grid grid = NmPlace.of(header, remarks).grid(header, frameOfSlice.length, stepMm);
            return new Tomogram(header, grid, frameOfSlice, stepMm < 0, scale(header, grid, rules, remarks), remarks);
        }

        private static EmissionScale scale(Header header, Grid grid, SpectRules rules, Remarks remarks)
                throws GlomeraException {
            DecayChange decay = new DecayChange(rules.decay(), List.of(header), remarks);
            EmissionSource source = EmissionSource.ofNm(header, decay.scanStart(), grid.voxelVolumeMl());
            EmissionScale stored = EmissionScale.of(header, source, rules.calibration(), remarks);
            EmissionScale scale = stored.at(decay, source.durationS());
            decay.tell();
            if (scale.quantity() == Quantity.COUNTS) {
                remarks.add("Its values are counts. " + Emission.HOW_TO_CALIBRATE);
            }
            return scale;
        }

        Volume volume() throws GlomeraException {
            int slices = frameOfSlice.length;
            int perSlice = grid.nx() * grid.ny();
            PixelWords words = PixelWords.of(header, (long) perSlice * slices);
            float[] values = new float[grid.voxelCount()];
            for (int z = 0; z < slices; z++) {
                int frame = frameOfSlice[reversed ? slices - 1 - z : z];
                scale.into(values, z * perSlice, words, frame * perSlice, perSlice);
            }
            return new Volume(grid, scale.quantity(), values);
        }
    }
}
