package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.cli.bench.ComparisonBench;
import org.glomera.cli.bench.ComparisonBench.Time;
import org.glomera.comparison.StatisticSuite;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times of opening a large experiment on this machine. */
@Command(name = "comparison", header = "Measure reading a large experiment and building all its pages.",
        description = {"", "12 networks of 1,000 epochs over 500 cases, made up in a temporary folder.", ""})
public final class ComparisonBenchTask implements Callable<Integer> {

    private final TaskContext context;

    @Option(names = "--networks", paramLabel = "N", description = "How many networks. Default: 12.")
    private int networks = 12;

    @Option(names = "--epochs", paramLabel = "N", description = "How many epochs each. Default: 1000.")
    private int epochs = 1000;

    @Option(names = "--cases", paramLabel = "N", description = "How many cases. Default: 500.")
    private int cases = 500;

    @Option(names = "--repeats", paramLabel = "N", description = "How often each time is taken. Default: 5.")
    private int repeats = 5;

    /** Makes the task. */
    public ComparisonBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        require("--networks", networks, 100);
        require("--epochs", epochs, 100_000);
        require("--cases", cases, 10_000);
        require("--repeats", repeats, 1000);
        return context.cancellable(this::measure);
    }

    private static void require(String option, int value, int most) throws GlomeraException {
        if (value < 1 || value > most) {
            throw new GlomeraException(Kind.CONFIGURATION, option + " is " + value + "; give a number from 1 to " + most
                    + ".");
        }
    }

    private int measure(IProgressMonitor monitor) throws GlomeraException {
        Path folder = Folders.temporary("glomera-bench");
        try {
            ComparisonBench bench = new ComparisonBench(folder.resolve("study"), networks, epochs, cases, monitor);
            List<List<Time>> all = new ArrayList<>();
            for (int i = 0; i < repeats; i++) {
                all.add(bench.open(StatisticSuite.contributed()));
            }
            tell(all);
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private void tell(List<List<Time>> all) {
        line("%d networks of %d epochs, %d cases; ms, the first time and the median of %d", networks, epochs, cases,
                repeats);
        for (int row = 0; row < all.get(0).size(); row++) {
            int at = row;
            double[] ms = all.stream().mapToDouble(times -> times.get(at).ms()).toArray();
            double first = ms[0];
            Arrays.sort(ms);
            line("%-40s %10.0f %10.0f", all.get(0).get(row).what(), first, ms[ms.length / 2]);
        }
    }

    private void line(String form, Object... values) {
        context.terminal().result(String.format(Locale.ROOT, form, values));
    }
}
