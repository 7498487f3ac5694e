package org.glomera.cli.task;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.pipeline.checkup.CheckedPoint;
import org.glomera.pipeline.checkup.Checkup;
import org.glomera.pipeline.checkup.InstalledPart;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is installed, and what of it works here. */
@Command(name = "doctor", header = "Say what is installed, and whether what it needs is there.",
        description = {"",
                "Lists the plug-ins at each extension point. Below each stands what it needs of this machine: libraries,",
                "programs, a display. Something that is missing costs what stands beside it, nothing else.", ""})
public final class DoctorTask implements Callable<Integer> {

    private static final String OK = "ok      ";
    private static final String MISSING = "missing ";
    private static final String FAULTY = "FAULTY  ";
    /** Without one that works at each of these, the main tasks cannot be done. */
    private static final List<String> INDISPENSABLE = List.of("org.glomera.dicom.toolkits",
            "org.glomera.network.engines");

    private final TaskContext context;

    @Option(names = "--all", description = "List every contribution, those too that need nothing of the machine.")
    private boolean all;

    /** Makes the task. */
    public DoctorTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        tell(String.format(Locale.ROOT, "Java %s on %s %s, %d processors, %,d MB for Java (GLOMERA_HEAP)",
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20));
        List<CheckedPoint> points = context.cancellable(monitor -> Checkup.ofPlugins().points(monitor));
        points.forEach(this::show);
        boolean sound = points.stream().allMatch(CheckedPoint::isSound);
        List<String> gone = points.stream().filter(point -> INDISPENSABLE.contains(point.id())
                && point.parts().stream().noneMatch(InstalledPart::works)).map(CheckedPoint::name).toList();
        if (!sound || !gone.isEmpty()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, ((sound ? "" : "Some plug-ins are faulty; they stand above. ")
                    + (gone.isEmpty() ? "" : "Nothing works of: " + String.join(", ", gone) + ". What to do stands above."))
                    .strip());
        }
        tell("");
        tell("All plug-ins work.");
        return 0;
    }

    private void show(CheckedPoint point) {
        tell("");
        tell(point.name() + " (" + point.id() + ")");
        if (point.parts().isEmpty() && point.skipped().isEmpty()) {
            tell("  none");
        }
        long plain = point.parts().stream().filter(DoctorTask::isPlain).count();
        if (!all && plain > 0) {
            tell("  " + OK + String.join(", ", point.parts().stream().filter(DoctorTask::isPlain)
                    .map(InstalledPart::id).toList()));
        }
        point.parts().stream().filter(part -> all || !isPlain(part)).forEach(this::show);
        point.skipped().forEach(sentence -> tell("  " + FAULTY + sentence));
    }

    private static boolean isPlain(InstalledPart part) {
        return part.problem().isEmpty() && part.needs().isEmpty();
    }

    private void show(InstalledPart part) {
        String what = part.id() + ": " + part.name() + " (" + part.bundle() + ")";
        if (part.problem().isPresent()) {
            tell("  " + FAULTY + what);
            tell("          " + part.problem().get());
            return;
        }
        tell("  " + (part.works() ? OK : MISSING) + what);
        part.needs().forEach(this::show);
    }

    private void show(Need need) {
        String line = need.what() + ", for " + need.purpose();
        if (need.availability() instanceof Availability.Missing missing) {
            tell("          " + MISSING + line);
            tell("                  " + missing.inWords());
        } else {
            tell("          " + OK + line);
        }
    }

    private void tell(String line) {
        context.terminal().result(line);
    }
}
