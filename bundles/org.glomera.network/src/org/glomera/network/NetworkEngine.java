package org.glomera.network;

import java.util.List;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.core.outside.OutsideNeeds;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

/**
 * A library that calculates networks. Contributed to the extension point {@code org.glomera.network.engines}. Making an
 * engine is cheap; its native libraries are loaded at the first call of any method. Safe for use by several threads;
 * the trainers and predictors that it opens are not.
 */
public interface NetworkEngine extends OutsideNeeds {

    /** Whether the engine can be used on this machine, and with what; never throws. */
    EngineReport report();

    @Override
    default List<Need> needs() {
        EngineReport report = report();
        return List.of(report.usable()
                ? new Need(report.engine() + " " + report.version() + " on " + report.device() + ", "
                        + report.threads() + " threads", "training and segmenting", new Availability.Ready())
                : new Need(report.engine(), "training and segmenting",
                        new Availability.Missing(report.explanation(), "")));
    }

    /**
     * Opens a trainer that starts where {@code state} stands.
     *
     * @throws GlomeraException (missing component) when the engine's native libraries are not there; (input) when the
     *         state is not one of this graph
     */
    Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) throws GlomeraException;

    /**
     * Opens a predictor with fixed weights.
     *
     * @param threads number of threads that calculate, at least 1; other numbers may round differently
     * @throws GlomeraException (missing component) when the engine's native libraries are not there; (input) when the
     *         weights are not those of this graph
     */
    Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) throws GlomeraException;

    /** Opens a predictor with as many threads as the machine has processors. */
    default Predictor openPredictor(NetworkGraph graph, NetworkWeights weights) throws GlomeraException {
        return openPredictor(graph, weights, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Multiplies two square matrices of 32-bit numbers: what the machine calculates at best, which the speed of a
     * network is held against. A product of size n takes 2 n<sup>3</sup> floating-point operations.
     *
     * @param size number of rows and columns, at least 1
     * @param threads number of threads that calculate, at least 1
     * @return the seconds that the product took, without the making of the matrices; empty when the engine cannot tell
     */
    default OptionalDouble matrixProductSeconds(int size, int threads) throws GlomeraException {
        return OptionalDouble.empty();
    }

    /**
     * The memory that one image takes on its way through a network, counted and not measured. Loads no native library and
     * never fails.
     */
    default PassMemory passMemory(NetworkGraph graph) {
        return PassMemory.ofEveryLayer(graph);
    }
}
