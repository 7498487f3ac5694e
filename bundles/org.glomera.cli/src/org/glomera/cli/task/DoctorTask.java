package org.glomera.cli.task;

import java.util.List;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Networks;
import org.glomera.pipeline.checkup.CheckedPoint;
import org.glomera.pipeline.checkup.Checkup;
import org.glomera.pipeline.checkup.CheckupText;
import org.glomera.pipeline.checkup.EngineCheckup;
import org.glomera.pipeline.checkup.InstalledPart;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is installed, and what of it works here. */
@Command(name = "doctor", header = "Say what is installed, and whether what it needs is there.",
        description = {"",
                "Lists the plug-ins at each extension point. Below each stands what it needs of this machine: libraries,",
                "programs, a display. Something that is missing costs what stands beside it, nothing else. Then the engine",
                "of the networks calculates for about two seconds, and its numbers are compared with known ones.", ""})
public final class DoctorTask implements Callable<Integer> {

    /** Without one that works at each of these, the main tasks cannot be done. */
    private static final List<String> INDISPENSABLE = List.of("org.glomera.dicom.toolkits",
            "org.glomera.network.engines");

    private final TaskContext context;

    @Option(names = "--all", description = "List every contribution, those too that need nothing of the machine.")
    private boolean all;

    @Option(names = "--quick", description = "Do not calculate: ask the engine, but do not test it.")
    private boolean quick;

    /** Makes the task. */
    public DoctorTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        tell(CheckupText.machine() + " (GLOMERA_HEAP)");
        tell(CheckupText.dicom());
        List<CheckedPoint> points = context.cancellable(monitor -> Checkup.ofPlugins().points(monitor));
        CheckupText.lines(points, all).forEach(this::tell);
        EngineCheckup engine = context.cancellable(monitor -> EngineCheckup.ofContributed(
                Networks.DEFAULT_ENGINE, !quick, monitor));
        CheckupText.lines(engine).forEach(this::tell);
        if (engine.fault().isPresent()) {
            throw new GlomeraException(Kind.COMPUTATION, "The engine calculates wrongly. " + engine.fault().get());
        }
        boolean sound = points.stream().allMatch(CheckedPoint::isSound);
        List<String> gone = points.stream().filter(point -> INDISPENSABLE.contains(point.id())
                && point.parts().stream().noneMatch(InstalledPart::works)).map(CheckedPoint::name).toList();
        if (!sound || !gone.isEmpty()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, ((sound ? "" : "Some plug-ins are faulty; they stand above. ")
                    + (gone.isEmpty() ? "" : "Nothing works of: " + String.join(", ", gone) + ". What to do stands above."))
                    .strip());
        }
        tell("");
        tell("All plug-ins work" + (quick ? "." : ", and the engine calculates rightly."));
        return 0;
    }

    private void tell(String line) {
        context.terminal().result(line);
    }
}
