package org.glomera.pipeline.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.network.selftest.KnownNumber;
import org.glomera.network.selftest.SelfTest;
import org.glomera.network.selftest.SelfTestResult;
import org.glomera.network.unet.HybridUNet;
import org.glomera.pipeline.checkup.Finding.State;
import org.glomera.pipeline.estimating.Machine;
import org.glomera.pipeline.estimating.NetworkMemory;
import org.glomera.pipeline.estimating.Sizes;

/**
 * How the engine is: what it is, whether it calculates rightly and how fast, with what, and whether the memory suffices.
 *
 * @param findings what was found, the engine itself first
 * @param test the self-test; empty when it was left out or the engine cannot be used
 */
public record EngineCheckup(List<Finding> findings, Optional<SelfTestResult> test) {

    private static final ArchitectureParameters DEMO = new ArchitectureParameters(8, 4, 48, 48, 48);
    private static final ArchitectureParameters FULL = new ArchitectureParameters(32, 4, 128, 128, 128);
    private static final double GIGA = 1e9;

    /** Copies the list. */
    public EngineCheckup {
        findings = List.copyOf(findings);
        Objects.requireNonNull(test);
    }

    /**
     * Asks an engine and tests it; about three seconds.
     *
     * @param calculate whether it is tested, or only asked
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor is cancelled, within a second
     */
    public static EngineCheckup of(NetworkEngine engine, boolean calculate, IProgressMonitor monitor) {
        EngineReport report = engine.report();
        List<Finding> findings = new ArrayList<>();
        if (!report.usable()) {
            findings.add(new Finding(State.MISSING, report.engine(), report.explanation()));
            return new EngineCheckup(findings, Optional.empty());
        }
        findings.add(new Finding(State.OK, report.engine() + " " + report.version(), report.explanation()));
        if (!report.graphics().isEmpty()) {
            findings.add(new Finding(report.device().equals("gpu") ? State.OK : State.ABSENT, "Graphics card",
                    report.graphics()));
        }
        Optional<SelfTestResult> test = Optional.empty();
        if (calculate) {
            try {
                test = Optional.of(SelfTest.run(engine, report.threads(), monitor));
                addTest(test.get(), findings);
            } catch (GlomeraException e) {
                findings.add(new Finding(State.WRONG, "Forward and backward pass", e.getMessage()));
            }
        }
        findings.add(memory(engine, Machine.now()));
        return new EngineCheckup(findings, test);
    }

    /** The same of the engine with an id; that there is none is a finding too. */
    public static EngineCheckup ofContributed(String id, boolean calculate, IProgressMonitor monitor) {
        NetworkEngine engine;
        try {
            engine = Networks.engine(id);
        } catch (GlomeraException e) {
            return new EngineCheckup(List.of(new Finding(State.MISSING, id, e.getMessage())), Optional.empty());
        }
        return of(engine, calculate, monitor);
    }

    private static void addTest(SelfTestResult test, List<Finding> findings) {
        KnownNumber worst = test.worst();
        findings.add(test.right()
                ? new Finding(State.OK, "Forward and backward pass", String.format(Locale.ROOT, "All %d numbers of a known"
                        + " network are right: the worst is %.0e off (at most %.0e).", test.numbers().size(),
                        worst.difference(), worst.tolerance()))
                : new Finding(State.WRONG, "Forward and backward pass", wrong(test, worst)));
        String peak = test.matrixFlopPerSecond().isEmpty() ? "" : String.format(Locale.ROOT,
                "; a large matrix product %.0f", test.matrixFlopPerSecond().getAsDouble() / GIGA);
        findings.add(new Finding(State.OK, "Speed", String.format(Locale.ROOT, "Small network, %d threads: forward %.0f"
                + " GFLOP/s, training %.0f%s. Slower than usual? Then other programs calculate now.", test.threads(),
                test.forwardFlopPerSecond() / GIGA, test.stepFlopPerSecond() / GIGA, peak)));
    }

    private static String wrong(SelfTestResult test, KnownNumber worst) {
        long wrong = test.numbers().stream().filter(number -> !number.right()).count();
        return String.format(Locale.ROOT, "%d of %d numbers of a known network are wrong; the worst, %s, is %.9g and should"
                + " be %.9g (at most %.0e off). Do not train and do not segment with this installation: its results cannot"
                + " be trusted. Run the check again; when it fails again, build Glomera anew without GLOMERA_PYTORCH, try"
                + " GLOMERA_DEVICE=cpu, and check the machine's memory.", wrong, test.numbers().size(), worst.name(),
                worst.found(), worst.expected(), worst.tolerance());
    }

    private static Finding memory(NetworkEngine engine, Machine machine) {
        long demo = need(engine, DEMO);
        long full = need(engine, FULL);
        String free = Sizes.inWords(machine.freeMemoryBytes()) + " of " + Sizes.inWords(machine.memoryBytes())
                + " are free. Training needs about " + Sizes.inWords(demo) + " at the demo's size and "
                + Sizes.inWords(full) + " at full size (128 x 128 x 128 voxels, 32 filters), besides the program.";
        if (machine.freeMemoryBytes() < demo) {
            return new Finding(State.MISSING, "Memory", free + " That is not enough for any training: close other"
                    + " programs.");
        }
        return new Finding(State.OK, "Memory", machine.freeMemoryBytes() >= full ? free : free
                + " For the full size close other programs, or take fewer filters or voxels.");
    }

    private static long need(NetworkEngine engine, ArchitectureParameters size) {
        return NetworkMemory.of(engine, new HybridUNet().build(size)).training();
    }

    /** Whether nothing is wrong; something that is merely missing is not wrong. */
    public boolean sound() {
        return findings.stream().noneMatch(finding -> finding.state() == State.WRONG);
    }

    /** What is wrong, as sentences; empty when nothing is. */
    public Optional<String> fault() {
        return findings.stream().filter(finding -> finding.state() == State.WRONG).map(Finding::words).findFirst();
    }
}
