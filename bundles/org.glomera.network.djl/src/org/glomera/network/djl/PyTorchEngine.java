package org.glomera.network.djl;

import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.PassMemory;
import org.glomera.network.Predictor;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

import ai.djl.engine.Engine;

/** Networks on PyTorch, through the Deep Java Library, on the processor or a graphics card; {@code pytorch} in files. */
public final class PyTorchEngine implements NetworkEngine {

    private static final String NAME = "PyTorch";

    @Override
    public EngineReport report() {
        try {
            Engine engine = PyTorchRuntime.engine();
            int threads = PyTorchRuntime.defaultThreads();
            String version = engine.getVersion() + " with Deep Java Library " + Engine.getDjlVersion();
            GraphicsCard card = PyTorchRuntime.card();
            return new EngineReport(true, NAME, version, card.used() ? "gpu" : "cpu", threads, "PyTorch "
                    + engine.getVersion() + " calculates on the " + (card.used() ? "graphics card." : "processor with "
                            + threads + " threads."), card.words());
        } catch (GlomeraException e) {
            return new EngineReport(false, NAME, "", "", 0, e.getMessage());
        }
    }

    @Override
    public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options)
            throws GlomeraException {
        requireFit(graph, state.weights());
        return new PyTorchTrainer(graph, state, options);
    }

    @Override
    public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) throws GlomeraException {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread calculates, not " + threads + ".");
        }
        requireFit(graph, weights);
        return new PyTorchPredictor(graph, weights, threads);
    }

    @Override
    public PassMemory passMemory(NetworkGraph graph) {
        ExecutionPlan plan = new ExecutionPlan(graph);
        GraphExecutor executor = new GraphExecutor(plan);
        long all = MemoryCount.ofTraining(plan, executor.allRead());
        return new PassMemory(MemoryCount.ofForward(plan), all,
                Math.min(all, MemoryCount.ofTraining(plan, executor.fewRead())));
    }

    @Override
    public OptionalDouble matrixProductSeconds(int size, int threads) throws GlomeraException {
        return OptionalDouble.of(MatrixProduct.seconds(size, threads));
    }

    private static void requireFit(NetworkGraph graph, NetworkWeights weights) throws GlomeraException {
        Optional<String> misfit = weights.misfit(graph);
        if (misfit.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "The weights are not those of this network: " + misfit.get()
                    + ". Use the weights that belong to it.");
        }
    }
}
