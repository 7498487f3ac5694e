package org.glomera.cli.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.glomera.cli.bench.WorkbenchData;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./glomera bench workbench} does before and after it drove the window. */
@Command(name = "workbench", header = "Measure the window: its start, its pauses, slices and the 3D view.",
        description = {"",
                "Starts the workbench on $DISPLAY, or on a virtual display where there is none, drives it and prints what"
                        + " was measured: the time until the window can be used; how long it makes others wait while idle,"
                        + " while a study of 77 cases is opened and while a network is trained in it; slices of a large CT"
                        + " scrolled in a second; pictures of the 3D view while it is turned. About four minutes."
                        + " --soak opens, moves and closes the 3D view 200 times instead, and prints the memory.", ""})
public final class WorkbenchBenchTask implements Callable<Integer> {

    private static final List<Goal> GOALS = List.of(new Goal("start", 6, false), new Goal("longest pause", 100, false),
            new Goal("slices", 20, true), new Goal("3D view turned", 15, true));

    /** A number that is wanted: at least or at most so much for what begins with some words. */
    private record Goal(String words, double value, boolean atLeast) {
        String inWords() {
            return (atLeast ? "at least " : "at most ") + String.format(Locale.ROOT, "%.0f", value);
        }

        boolean isReached(double measured) {
            return atLeast ? measured >= value : measured <= value;
        }
    }

    private final TaskContext context;

    @Option(names = "--soak", description = "Open, move and close the 3D view 200 times and print the memory.")
    private boolean soak;

    @Option(names = "--make", paramLabel = "FOLDER", hidden = true, description = "Writes the studies of the benchmark.")
    private Path made;

    @Option(names = "--show", paramLabel = "FOLDER", hidden = true, description = "Prints the results in a folder.")
    private Path shown;

    /** Makes the task. */
    public WorkbenchBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (made != null) {
            context.cancellable(monitor -> {
                new WorkbenchData(context.services(), made).write(monitor);
                return null;
            });
        } else if (shown != null) {
            show();
        } else {
            throw new GlomeraException(Kind.CONFIGURATION, "The benchmark of the window is started by the script: use"
                    + " ./glomera bench workbench" + (soak ? " --soak" : "") + ".");
        }
        return 0;
    }

    private void show() throws GlomeraException {
        String row = "%-62s %10s  %-9s %s";
        context.terminal().result(row.formatted("in the window, " + Runtime.getRuntime().availableProcessors()
                + " processors", "measured", "", "goal"));
        for (Path file : results()) {
            for (JsonNode one : read(file)) {
                String what = one.get("what").asText();
                double value = one.get("value").asDouble(Double.NaN);
                Goal goal = GOALS.stream().filter(each -> what.contains(each.words())).findFirst().orElse(null);
                String words = goal == null ? "" : goal.inWords() + (goal.isReached(value) ? "" : ": missed");
                String number = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
                String remark = one.get("remark").asText();
                context.terminal().result(row.formatted(what, number, one.get("unit").asText(),
                        remark.isEmpty() ? words : remark).stripTrailing());
            }
        }
    }

    private List<Path> results() throws GlomeraException {
        try (Stream<Path> files = Files.list(shown)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::getFileName)).toList();
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The results in " + shown + " cannot be read: " + e.getMessage()
                    + ". Run ./glomera bench workbench again.", e);
        }
    }

    private static JsonNode read(Path file) throws GlomeraException {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The result " + file + " cannot be read: " + e.getMessage()
                    + ". Run ./glomera bench workbench again.", e);
        }
    }
}
