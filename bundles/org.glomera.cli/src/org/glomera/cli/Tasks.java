package org.glomera.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.cli.task.AugmentTask;
import org.glomera.cli.task.AugmentationBenchTask;
import org.glomera.cli.task.BenchTask;
import org.glomera.cli.task.CompareTask;
import org.glomera.cli.task.ComparisonBenchTask;
import org.glomera.cli.task.DoctorTask;
import org.glomera.cli.task.EvaluateTask;
import org.glomera.cli.task.ExportTask;
import org.glomera.cli.task.ImageBenchTask;
import org.glomera.cli.task.ImportTask;
import org.glomera.cli.task.MetricsBenchTask;
import org.glomera.cli.task.ModelTask;
import org.glomera.cli.task.PhantomTask;
import org.glomera.cli.task.PrepareTask;
import org.glomera.cli.task.PresetTask;
import org.glomera.cli.task.RegisterTask;
import org.glomera.cli.task.RegistrationBenchTask;
import org.glomera.cli.task.ReportTask;
import org.glomera.cli.task.ResampleBenchTask;
import org.glomera.cli.task.SampleTask;
import org.glomera.cli.task.SceneBenchTask;
import org.glomera.cli.task.SegmentTask;
import org.glomera.cli.task.SliceBenchTask;
import org.glomera.cli.task.StudyTask;
import org.glomera.cli.task.SurfaceBenchTask;
import org.glomera.cli.task.SurfacesTask;
import org.glomera.cli.task.TaskContext;
import org.glomera.cli.task.TrainTask;
import org.glomera.cli.task.WorkbenchBenchTask;
import org.glomera.cli.terminal.ErrorLog;
import org.glomera.cli.terminal.Terminal;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All subcommands under one root, and what becomes of their failures. */
final class Tasks {

    private final PipelineServices services;
    private final Terminal terminal;
    private final ErrorLog errors;

    Tasks(PipelineServices services, Terminal terminal, ErrorLog errors) {
        this.services = services;
        this.terminal = terminal;
        this.errors = errors;
    }

    /** Runs one command line; the answer is the process's exit code. */
    int execute(String... arguments) {
        CommandLine line = commandLine();
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setUsageHelpWidth(terminal.columns());
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure).code());
        line.setParameterExceptionHandler(this::explainUsage);
        return line.execute(arguments.length == 0 ? new String[] {"help"} : arguments);
    }

    private CommandLine commandLine() {
        TaskContext context = new TaskContext(services, terminal);
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand("study", new StudyTask(context));
        line.addSubcommand("phantom", new PhantomTask(context));
        line.addSubcommand("import", new ImportTask(context));
        line.addSubcommand("register", new RegisterTask(context));
        line.addSubcommand("prepare", new PrepareTask(context));
        line.addSubcommand("augment", new AugmentTask(context));
        line.addSubcommand("train", new TrainTask(context));
        line.addSubcommand("evaluate", new EvaluateTask(context));
        line.addSubcommand("compare", new CompareTask(context));
        line.addSubcommand("report", new ReportTask(context));
        line.addSubcommand("segment", new SegmentTask(context));
        line.addSubcommand("model", ModelTask.commandLine(context));
        line.addSubcommand("export", new ExportTask(context));
        line.addSubcommand("surfaces", new SurfacesTask(context));
        line.addSubcommand("sample", new SampleTask(context));
        line.addSubcommand("preset", new PresetTask(context));
        line.addSubcommand("bench", bench(context));
        line.addSubcommand("doctor", new DoctorTask(context));
        line.addSubcommand("help", new HelpCommand());
        line.getCommandSpec().usageMessage().exitCodeList(Arrays.stream(ExitCode.values()).collect(
                Collectors.toMap(code -> " " + code.code(), ExitCode::meaning, (a, b) -> a, LinkedHashMap::new)));
        return line;
    }

    private static CommandLine bench(TaskContext context) {
        CommandLine bench = new CommandLine(new BenchTask(context));
        bench.addSubcommand("network", new BenchTask(context));
        bench.addSubcommand("augmentation", new AugmentationBenchTask(context));
        bench.addSubcommand("metrics", new MetricsBenchTask(context));
        bench.addSubcommand("comparison", new ComparisonBenchTask(context));
        bench.addSubcommand("images", new ImageBenchTask(context));
        bench.addSubcommand("registration", new RegistrationBenchTask(context));
        bench.addSubcommand("slices", new SliceBenchTask(context));
        bench.addSubcommand("resample", new ResampleBenchTask(context));
        bench.addSubcommand("surfaces", new SurfaceBenchTask(context));
        bench.addSubcommand("scene", new SceneBenchTask(context));
        bench.addSubcommand("workbench", new WorkbenchBenchTask(context));
        bench.addSubcommand("help", new HelpCommand());
        return bench;
    }

    private ExitCode explain(Exception failure) {
        if (failure instanceof GlomeraException known) {
            errors.record(known);
            terminal.message("glomera: " + known.getMessage());
            return ExitCode.of(known.kind());
        }
        if (failure instanceof OperationCanceledException) {
            terminal.message("glomera: stopped. What was done is kept; the same line goes on from there.");
            return ExitCode.CANCELLED;
        }
        errors.record(failure);
        terminal.message("glomera: a defect of the program stopped the task (" + failure.getClass().getSimpleName()
                + "). What was done is kept. The details stand in " + errors.file() + "; please report them.");
        return ExitCode.DEFECT;
    }

    private int explainUsage(ParameterException failure, String[] arguments) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        terminal.message("glomera: " + reason(failure));
        boolean nested = spec.parent() != null && spec.parent().parent() != null;
        String task = spec.parent() == null ? "" : " " + spec.name();
        terminal.message("./glomera " + (nested ? spec.parent().name() + " " : "") + "help" + task + " explains.");
        return ExitCode.USAGE.code();
    }

    private static String reason(ParameterException failure) {
        boolean unknownTask = failure instanceof UnmatchedArgumentException
                && failure.getCommandLine().getCommandSpec().parent() == null;
        return unknownTask ? "'" + ((UnmatchedArgumentException) failure).getUnmatched().get(0)
                + "' is neither a task nor a study folder." : failure.getMessage();
    }

    /** The root: it does nothing itself. */
    @Command(name = "./glomera", synopsisSubcommandLabel = "TASK", subcommandsRepeatable = false,
            header = "Glomera: kidney segmentation and dosimetry in SPECT/CT.%n",
            commandListHeading = "%nTasks:%n", exitCodeListHeading = "%nExit codes:%n",
            footer = {"", "Without a task: the workbench. ./glomera demo runs the whole study on phantoms,",
                    "./glomera test all tests. ./glomera help TASK explains one task."})
    static final class Root implements Runnable {
        @Override
        public void run() {
            throw new ParameterException(new CommandLine(this), "name a task.");
        }
    }
}
