package org.glomera.cli.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.glomera.cli.ExitCode;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RegisterRequest.Accept;
import org.glomera.pipeline.RegisterRequest.Action;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.RegisterResult;
import org.glomera.pipeline.RegisterResult.Outcome;
import org.glomera.pipeline.RegisterResult.State;
import org.glomera.registration.RegistrationMethods;
import org.glomera.study.CaseRegistration;
import org.glomera.study.StudyJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** SPECT onto CT. */
@Command(name = "register", header = "Bring the SPECT of cases onto their CT, or back.",
        description = {"",
                "Moves SPECT and what was drawn on it by six numbers; no voxel changes. The SPECT turns about the middle of"
                        + " its field of view: about x, then y, then z (DICOM LPS: x to the patient's left, y to the back,"
                        + " z to the head), and is shifted then. It always begins where the images were imported. A"
                        + " movement with warnings is kept and not applied, unless --accept-warnings says so.",
                "", "Exit code 3 when a case failed, 7 when a movement was not applied because of its warnings.", ""})
public final class RegisterTask implements Callable<Integer> {

    private static final String ROW = "%-16s %-9s %24s %20s %17s %15s";

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Option(names = "--case", paramLabel = "ID", split = ",",
            description = "Only these cases. Default: every case with SPECT and CT.")
    private List<String> cases = List.of();

    @Option(names = "--method", paramLabel = "NAME",
            description = "mutual-information (default), mutual-information-kidneys, frame-of-reference, elastix, or one of"
                    + " a plug-in.")
    private String method;

    @Option(names = "--shift", paramLabel = "X,Y,Z",
            description = "Millimetres. Without --method these numbers are taken as they are; with it, it begins there.")
    private String shift;

    @Option(names = "--rotate", paramLabel = "X,Y,Z", description = "Degrees; as --shift.")
    private String rotate;

    @Option(names = "--accept-warnings", description = "Apply a movement although something speaks against it.")
    private boolean acceptWarnings;

    @Option(names = "--accept-proposed", description = "Apply what an earlier call proposed.")
    private boolean acceptProposed;

    @Option(names = "--undo", description = "Move the SPECT back to where it was imported.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Only say what would come of it; nothing is written.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    /** Makes the task. */
    public RegisterTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        RegisterResult result = context.run(context.services().register(),
                new RegisterRequest(study.folder(), cases, action(), dryRun));
        if (json) {
            context.terminal().result(StudyJson.toText(result.outcomes().stream().map(RegisterTask::tree).toList())
                    .stripTrailing());
        } else {
            print(result);
        }
        ExitCode code = result.count(State.FAILED) > 0 ? ExitCode.INPUT
                : result.count(State.PROPOSED) > 0 ? ExitCode.COMPUTATION : ExitCode.DONE;
        return code.code();
    }

    private Action action() throws GlomeraException {
        boolean numbers = shift != null || rotate != null;
        if ((undo ? 1 : 0) + (acceptProposed ? 1 : 0) + (numbers || method != null ? 1 : 0) > 1) {
            throw new GlomeraException(Kind.CONFIGURATION, "--undo, --accept-proposed and the options of a new"
                    + " registration cannot be given together. Choose one.");
        }
        if (undo || acceptProposed) {
            return undo ? new Undo() : new Accept();
        }
        String wanted = method != null ? method : numbers ? RegistrationMethods.MANUAL
                : RegistrationMethods.MUTUAL_INFORMATION;
        return new Search(wanted, numbers ? Optional.of(new Movement(numbers("--shift", shift),
                numbers("--rotate", rotate))) : Optional.empty(), acceptWarnings);
    }

    private static Vector3 numbers(String option, String text) throws GlomeraException {
        if (text == null) {
            return new Vector3(0, 0, 0);
        }
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 3) {
                return new Vector3(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw notThree(option, text, e);
        }
        throw notThree(option, text, null);
    }

    private static GlomeraException notThree(String option, String text, Exception cause) {
        return new GlomeraException(Kind.CONFIGURATION, "'" + text + "' is not what " + option + " takes: three numbers with"
                + " commas between them, such as 3,-4.5,12.", cause);
    }

    private static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("case", outcome.caseId());
        tree.put("state", outcome.state().word());
        tree.put("sentence", outcome.sentence());
        outcome.found().ifPresent(found -> tree.put("registration", found));
        return tree;
    }

    private void print(RegisterResult result) {
        if (result.outcomes().stream().anyMatch(each -> each.found().isPresent())) {
            context.terminal().result(ROW.formatted("case", "", "shift x, y, z", "rotation x, y, z", "score", "kidneys' Dice"));
            context.terminal().result(ROW.formatted("", "", "mm", "degrees", "before \u2192 after", "before \u2192 after"));
        }
        for (Outcome outcome : result.outcomes()) {
            context.terminal().result(row(outcome).stripTrailing());
            List<String> below = new ArrayList<>(outcome.found().map(CaseRegistration::warnings).orElse(List.of()));
            if (!outcome.sentence().isEmpty()) {
                below.add(outcome.sentence());
            }
            below.forEach(line -> context.terminal().result("    " + line));
        }
        result.outcomes().stream().flatMap(each -> each.found().stream()).map(CaseRegistration::score).distinct()
                .forEach(score -> context.terminal().result("Score: " + score + "; higher is better."));
        context.terminal().result(result.summary() + (dryRun ? " Nothing was written." : ""));
    }

    private static String row(Outcome outcome) {
        String state = outcome.state().word();
        return outcome.found().map(found -> ROW.formatted(outcome.caseId(), state, three(found.shiftMm(), "%.2f"),
                three(found.rotationDegrees(), "%.2f"), change(found.scoreBefore(), found.scoreAfter(), "%.4f"),
                change(found.kidneysDiceBefore(), found.kidneysDiceAfter(), "%.3f")))
                .orElseGet(() -> ROW.formatted(outcome.caseId(), state, "", "", "", ""));
    }

    private static String three(List<Double> numbers, String format) {
        return numbers.stream().map(each -> withoutSignOfZero(String.format(Locale.ROOT, format, each)))
                .collect(Collectors.joining(", "));
    }

    private static String withoutSignOfZero(String number) {
        return number.matches("-[0.]+") ? number.substring(1) : number;
    }

    private static String change(double before, double after, String format) {
        return number(before, format) + " \u2192 " + number(after, format);
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, format, value);
    }
}
