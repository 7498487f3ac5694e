package org.glomera.cli.bench;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.chart.Axis;
import org.glomera.chart.Charts;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.Palette;
import org.glomera.chart.Point;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.file.Folders;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.selftest.FormulaNumbers;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.TrainingData;
import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingLoop;
import org.glomera.network.unet.HybridUNet;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.CurvePoint;

/**
 * Trains a small network as a run does, with test images and a checkpoint after each epoch, and notes the process's
 * resident memory after each: a leak is a curve that rises.
 */
public final class SoakBench {

    private static final int FILTERS = 8;
    private static final int LEVELS = 4;
    private static final int SIZE = 32;
    private static final int TRAINING_IMAGES = 4;
    private static final int TEST_IMAGES = 2;
    /** Up to here libraries load, the Java machine compiles, and memory is taken that stays in use. */
    private static final int SETTLED = 5;
    private static final int LINES = 20;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final double MB = 1 << 20;
    private static final String ROW = "%8s %14s %14s %16s %16s %18s";

    /**
     * The memory after an epoch in MB of 2^20 bytes: resident, and of that Java's heap, in use and taken, and the buffers
     * that Java has outside of it.
     */
    private record Row(int epoch, double resident, double heapUsed, double heapTaken, double buffers) {
        /** At least so much is not Java's; more, where the heap has taken memory that it has not used yet. */
        double outside() {
            return Math.max(0, resident - heapTaken - buffers);
        }

        static Row of(int epoch) {
            Runtime java = Runtime.getRuntime();
            return new Row(epoch, ResidentMemory.nowMb(), (java.totalMemory() - java.freeMemory()) / MB,
                    java.totalMemory() / MB, ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .mapToLong(BufferPoolMXBean::getMemoryUsed).sum() / MB);
        }
    }

    private final NetworkEngine engine;
    private final Consumer<String> out;

    /**
     * Makes a soak.
     *
     * @param out takes the lines of the table
     */
    public SoakBench(NetworkEngine engine, Consumer<String> out) {
        this.engine = engine;
        this.out = out;
    }

    /**
     * Trains and prints.
     *
     * @param written a folder for soak.csv and soak.svg; null for none
     */
    public void run(int epochs, Path written, IProgressMonitor monitor) throws GlomeraException {
        NetworkGraph graph = new HybridUNet().build(new ArchitectureParameters(FILTERS, LEVELS, SIZE, SIZE, SIZE));
        TrainingConfiguration configuration = Presets.load("demo").networks().get(0).training().withEpochs(epochs);
        List<Row> rows = new ArrayList<>();
        out.accept(ROW.formatted("epoch", "resident", "Java in use", "Java has taken", "Java's buffers", "all else, at least"));
        Path folder = Folders.temporary("glomera-soak");
        try {
            new TrainingLoop(engine).run(graph, configuration, TrainingData.of(samples(graph, 0, TRAINING_IMAGES),
                    samples(graph, TRAINING_IMAGES, TEST_IMAGES)), folder, listener(epochs, rows), monitor);
        } finally {
            Folders.delete(folder);
        }
        out.accept(verdict(rows));
        if (written != null) {
            write(rows, written);
        }
    }

    private TrainingListener listener(int epochs, List<Row> rows) {
        int every = Math.max(1, epochs / LINES);
        return new TrainingListener() {
            @Override
            public void epochDone(CurvePoint point) {
                Row row = Row.of(rows.size() + 1);
                rows.add(row);
                if (row.epoch() == 1 || row.epoch() == SETTLED || row.epoch() % every == 0) {
                    out.accept(ROW.formatted(row.epoch(), mb(row.resident()), mb(row.heapUsed()), mb(row.heapTaken()),
                            mb(row.buffers()), mb(row.outside())));
                }
            }
        };
    }

    private static String mb(double size) {
        return String.format(Locale.ROOT, "%.0f MB", size);
    }

    /** The box of the mask is brighter than the noise around it, at a place of its own in each image. */
    private static SampleSource samples(NetworkGraph graph, int first, int count) {
        List<Sample> samples = new ArrayList<>();
        Sample plain = FormulaNumbers.sample(graph);
        int voxels = graph.voxelCount();
        for (int s = first; s < first + count; s++) {
            int shift = s % 3 - 1;
            float[] mask = new float[voxels];
            float[][] channels = new float[plain.channels().length][voxels];
            for (int i = 0; i < voxels; i++) {
                mask[i] = plain.mask()[Math.floorMod(i + 4 * shift, voxels)];
                for (int c = 0; c < channels.length; c++) {
                    channels[c][i] = (float) (FormulaNumbers.value(s, c * voxels + i) + 2 * mask[i]);
                }
            }
            samples.add(new Sample(channels, mask));
        }
        return SampleSource.of(samples);
    }

    private static String verdict(List<Row> rows) {
        SimpleRegression line = new SimpleRegression();
        rows.stream().filter(row -> row.epoch() >= SETTLED).forEach(row -> line.addData(row.epoch(), row.resident()));
        Row settled = rows.get(Math.min(SETTLED, rows.size()) - 1);
        Row last = rows.get(rows.size() - 1);
        return String.format(Locale.ROOT, "From epoch %d to %d the resident memory changes by %+.0f MB, %+.2f MB an epoch"
                + " by its straight line; what Java's heap has taken changes by %+.0f MB.", settled.epoch(), last.epoch(),
                last.resident() - settled.resident(), line.getSlope(), last.heapTaken() - settled.heapTaken());
    }

    private static void write(List<Row> rows, Path folder) throws GlomeraException {
        StringBuilder csv = new StringBuilder("epoch,resident_mb,java_in_use_mb,java_taken_mb,java_buffers_mb\n");
        rows.forEach(row -> csv.append(String.format(Locale.ROOT, "%d,%.1f,%.1f,%.1f,%.1f%n", row.epoch(),
                row.resident(), row.heapUsed(), row.heapTaken(), row.buffers())));
        List<Line> lines = List.of(
                line("resident", Palette.BLUE, rows.stream().map(row -> new Point(row.epoch(), row.resident())).toList()),
                line("taken by Java's heap", Palette.VERMILLION,
                        rows.stream().map(row -> new Point(row.epoch(), row.heapTaken())).toList()));
        LineChart chart = new LineChart("Memory of a training", Axis.ofWholeNumbers("Epoch"), new Axis("MB", 0,
                1.1 * rows.stream().mapToDouble(Row::resident).max().orElse(1), false), lines, List.of());
        try {
            AtomicFiles.writeString(folder.resolve("soak.csv"), csv.toString());
            AtomicFiles.writeString(folder.resolve("soak.svg"), Charts.svg(chart, WIDTH, HEIGHT));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The curve cannot be written to " + folder + ": "
                    + e.getMessage() + ". Name another folder.", e);
        }
    }

    private static Line line(String name, int colour, List<Point> points) {
        return new Line(name, colour, Stroke.SOLID, points, List.of());
    }
}
