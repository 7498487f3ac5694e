package org.glomera.pipeline.estimating;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.ArchitectureBuilder;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.WeightInitialiser;

/**
 * Measures a few training steps on made-up images: of the network itself when they are short, otherwise of a smaller
 * one of the same architecture, from which the time is scaled.
 */
final class SpeedProbe {

    private static final Logger LOG = System.getLogger(SpeedProbe.class.getName());

    /** By the model; a machine of half the speed still ends in time. */
    private static final double LONGEST_STEP_S = 1.2;
    private static final long TIME_NANOS = 3_500_000_000L;
    private static final int MOST_STEPS = 5;

    private final NetworkEngine engine;
    private final String architectureId;
    private final NetworkArchitecture architecture;

    SpeedProbe(NetworkEngine engine, String architectureId, NetworkArchitecture architecture) {
        this.engine = engine;
        this.architectureId = architectureId;
        this.architecture = architecture;
    }

    /**
     * Measures for about four seconds.
     *
     * @throws OperationCanceledException when the monitor was cancelled, within a second
     */
    Speed measure(ArchitectureParameters wanted, TrainingConfiguration training, IProgressMonitor monitor)
            throws GlomeraException {
        NetworkGraph whole = ArchitectureBuilder.build(architectureId, architecture, wanted);
        NetworkGraph probe = smaller(wanted, whole);
        SubMonitor progress = SubMonitor.convert(monitor, "Measuring the speed of training", MOST_STEPS + 1);
        TrainerState start = TrainerState.start(WeightInitialiser.initialise(probe, Initialisation.PLAIN, 1));
        List<Sample> batch = List.of(sample(probe));
        List<Double> seconds = new ArrayList<>();
        try (Trainer trainer = engine.openTrainer(probe, start, training.options())) {
            long begin = System.nanoTime();
            trainer.step(batch, training.learningRate(), progress);
            while (seconds.size() < MOST_STEPS && (seconds.isEmpty() || System.nanoTime() - begin < TIME_NANOS)) {
                progress.split(1);
                long before = System.nanoTime();
                trainer.step(batch, training.learningRate(), progress);
                seconds.add((System.nanoTime() - before) / 1e9);
            }
        }
        return Speed.scaled(median(seconds), NetworkCost.of(probe), NetworkCost.of(whole),
                "from " + seconds.size() + (seconds.size() == 1 ? " step" : " steps") + " measured just now");
    }

    /** Halves sizes while they can be and the architecture has such a network, then filters, until a step is short. */
    NetworkGraph smaller(ArchitectureParameters wanted, NetworkGraph whole) {
        ArchitectureParameters p = wanted;
        NetworkGraph graph = whole;
        while (StepModel.secondsPerImage(NetworkCost.of(graph)) > LONGEST_STEP_S) {
            Optional<NetworkGraph> next = Optional.empty();
            for (ArchitectureParameters each : List.of(halfAsLarge(p), halfAsWide(p))) {
                next = each.equals(p) ? Optional.empty() : built(each);
                if (next.isPresent()) {
                    p = each;
                    break;
                }
            }
            if (next.isEmpty()) {
                return graph;
            }
            graph = next.get();
        }
        return graph;
    }

    private static ArchitectureParameters halfAsLarge(ArchitectureParameters p) {
        int unit = 2 << p.levels();
        return p.inputNx() % unit == 0 && p.inputNy() % unit == 0 && p.inputNz() % unit == 0
                ? new ArchitectureParameters(p.filters(), p.levels(), p.inputNx() / 2, p.inputNy() / 2, p.inputNz() / 2)
                : p;
    }

    private static ArchitectureParameters halfAsWide(ArchitectureParameters p) {
        return new ArchitectureParameters(Math.max(1, p.filters() / 2), p.levels(), p.inputNx(), p.inputNy(),
                p.inputNz());
    }

    /** The network of a size, where the architecture has one. */
    private Optional<NetworkGraph> built(ArchitectureParameters p) {
        try {
            return Optional.of(ArchitectureBuilder.build(architectureId, architecture, p));
        } catch (GlomeraException e) {
            LOG.log(Logger.Level.DEBUG, "No smaller network is measured", e);
            return Optional.empty();
        }
    }

    /** A ball of brighter voxels would not be faster: a wave is enough. */
    private static Sample sample(NetworkGraph graph) {
        float[][] channels = new float[graph.channels().size()][graph.voxelCount()];
        float[] mask = new float[graph.voxelCount()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 11 == 0 ? 1 : 0;
            for (float[] channel : channels) {
                channel[i] = (float) Math.sin(0.1 * i);
            }
        }
        return new Sample(channels, mask);
    }

    private static double median(List<Double> seconds) {
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
