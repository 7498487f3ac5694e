package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.cli.bench.ImageBench;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.toolkit.DicomToolkits;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast DICOM images are found and read on this machine. */
@Command(name = "images", header = "Measure how fast DICOM images are found and read.",
        description = {"",
                "A CT series of 512 x 512 x 300 voxels is read, beside the time of dcm2niix for the same folder where"
                        + " that is installed, and a folder of 20,000 files is looked through. Both are written to a"
                        + " temporary folder first (600 MB); --folder takes one of yours for both.", ""})
public final class ImageBenchTask implements Callable<Integer> {

    private static final int MOST_REPEATS = 1000;
    private static final int MOST_FILES = 1_000_000;

    private final TaskContext context;

    @Option(names = "--folder", paramLabel = "FOLDER",
            description = "A folder of DICOM files that is measured instead.")
    private Path folder;

    @Option(names = "--files", paramLabel = "N", description = "How many files are written to look through."
            + " Default: ${DEFAULT-VALUE}.")
    private int files = 20_000;

    @Option(names = "--repeats", paramLabel = "N", description = "How often each time is taken."
            + " Default: ${DEFAULT-VALUE}.")
    private int repeats = 7;

    /** Makes the task. */
    public ImageBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        require("--repeats", repeats, MOST_REPEATS);
        require("--files", files, MOST_FILES);
        return context.cancellable(this::measure);
    }

    private static void require(String option, int value, int most) throws GlomeraException {
        if (value < 1 || value > most) {
            throw new GlomeraException(Kind.CONFIGURATION, option + " is " + value + "; give a number from 1 to " + most
                    + ".");
        }
    }

    private int measure(IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        Path scratch = Folders.temporary("glomera-bench");
        try {
            ImageBench bench = new ImageBench(DicomToolkits.preferred());
            Path series = folder == null ? scratch.resolve("series") : folder;
            Path many = folder == null ? scratch.resolve("many") : folder;
            if (folder == null) {
                progress.subTask("Writing a series and " + files + " files");
                bench.writeSeries(series, progress.split(10));
                bench.writeMany(many, files, progress.split(30));
            }
            progress.subTask("Measuring");
            line("%-52s %10s %10s", "ms, the first time and the median of " + repeats + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors", "first", "median");
            DicomSeries largest = bench.largest(series, progress.split(5));
            tell("reading a series of " + largest.files().size() + " files", bench.read(largest, repeats,
                    progress.split(25)));
            tell("dcm2niix, not compressed, of the same folder", ImageBench.dcm2niix(series, scratch, repeats));
            tell("looking through a folder by headers", bench.scan(many, repeats, progress.split(30)));
            return 0;
        } finally {
            Folders.delete(scratch);
        }
    }

    private void tell(String what, List<Double> ms) {
        if (ms.isEmpty()) {
            line("%-52s %10s %10s", what, "-", "-");
        } else {
            line("%-52s %10.0f %10.0f", what, ms.get(0), ms.stream().sorted().toList().get(ms.size() / 2));
        }
    }

    private void line(String form, Object... values) {
        context.terminal().result(String.format(Locale.ROOT, form, values));
    }
}
