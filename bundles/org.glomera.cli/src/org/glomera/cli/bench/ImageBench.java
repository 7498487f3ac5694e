package org.glomera.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtDescription;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StudyIdentity;
import org.glomera.dicom.toolkit.DicomToolkit;

/** Times of finding and reading DICOM images. */
public final class ImageBench {

    private static final long SEED = 20261123;
    private static final int SLICES_OF_A_SERIES = 300;
    private static final int SMALL_SIDE = 64;
    private static final int LARGE_SIDE = 512;
    private static final long LONGEST_S = 600;

    private final DicomToolkit toolkit;

    /** Measures a toolkit. */
    public ImageBench(DicomToolkit toolkit) {
        this.toolkit = toolkit;
    }

    /** Writes a CT series of 512 x 512 x 300 voxels, noise in 16 bits, one file a slice. */
    public void writeSeries(Path folder, IProgressMonitor monitor) throws GlomeraException {
        new DicomWriter(toolkit).writeCt(folder, noise(LARGE_SIDE), identity("series"),
                new CtDescription(1, "CT", 120, 40, "B30", ""), monitor);
    }

    /** Writes CT series of 300 small slices into subfolders until there are so many files. */
    public void writeMany(Path folder, int files, IProgressMonitor monitor) throws GlomeraException {
        int series = (files + SLICES_OF_A_SERIES - 1) / SLICES_OF_A_SERIES;
        SubMonitor progress = SubMonitor.convert(monitor, series);
        Volume volume = noise(SMALL_SIDE);
        for (int i = 0; i < series; i++) {
            progress.subTask(i * SLICES_OF_A_SERIES + " of " + files + " files written");
            new DicomWriter(toolkit).writeCt(folder.resolve("patient" + i), volume, identity("patient" + i),
                    new CtDescription(1, "CT", 120, 40, "B30", ""), progress.split(1));
        }
    }

    private static Volume noise(int side) {
        Grid grid = Grid.axial(side, side, SLICES_OF_A_SERIES, new Vector3(0.8, 0.8, 1.25),
                new Vector3(-200, -200, -500));
        Random random = new Random(SEED);
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1200) - 1000;
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    private static StudyIdentity identity(String seed) {
        return StudyIdentity.derived("bench " + seed, seed, seed, LocalDateTime.of(2026, 11, 23, 12, 0), "Bench");
    }

    /**
     * The largest image series of a folder.
     *
     * @throws GlomeraException when it has none
     */
    public DicomSeries largest(Path folder, IProgressMonitor monitor) throws GlomeraException {
        DicomImages images = new DicomImages(toolkit, SpectRules.asStored());
        return new DicomDiscovery(toolkit).discover(folder, monitor).series().stream().filter(images::isImage)
                .max((one, other) -> Integer.compare(one.files().size(), other.files().size()))
                .orElseThrow(() -> new GlomeraException(Kind.INPUT, "The folder " + folder
                        + " holds no DICOM image series. Name another one."));
    }

    /** Milliseconds of reading a series, each of so many times. */
    public List<Double> read(DicomSeries series, int repeats, IProgressMonitor monitor) throws GlomeraException {
        DicomImages images = new DicomImages(toolkit, SpectRules.asStored());
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            images.read(series, monitor);
            ms.add(msSince(start));
        }
        return ms;
    }

    /** Milliseconds of looking through a folder by its files' headers, each of so many times. */
    public List<Double> scan(Path folder, int repeats, IProgressMonitor monitor) throws GlomeraException {
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            new DicomDiscovery(toolkit).discover(folder, monitor);
            ms.add(msSince(start));
        }
        return ms;
    }

    /**
     * Milliseconds that the program dcm2niix takes to turn the folder into NIfTI that is not compressed; none when it
     * is not installed or fails.
     *
     * @param scratch a folder for what it writes; emptied after each time
     */
    public static List<Double> dcm2niix(Path folder, Path scratch, int repeats) throws GlomeraException {
        List<Double> ms = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            Path out = scratch.resolve("nifti" + i);
            try {
                Files.createDirectories(out);
                long start = System.nanoTime();
                Process process = new ProcessBuilder("dcm2niix", "-z", "n", "-o", out.toString(), folder.toString())
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                boolean ended = process.waitFor(LONGEST_S, TimeUnit.SECONDS);
                double took = msSince(start);
                if (!ended || process.exitValue() != 0) {
                    process.destroyForcibly();
                    return List.of();
                }
                ms.add(took);
            } catch (IOException e) {
                return List.of();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            } finally {
                Folders.delete(out);
            }
        }
        return ms;
    }

    private static double msSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
