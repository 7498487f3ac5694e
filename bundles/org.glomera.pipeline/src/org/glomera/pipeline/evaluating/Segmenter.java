package org.glomera.pipeline.evaluating;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.KidneySides;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.resample.Resampler;
import org.glomera.network.ArchitectureBuilder;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.estimating.MemoryCheck;
import org.glomera.pipeline.estimating.NetworkCost;
import org.glomera.pipeline.estimating.NetworkMemory;

/**
 * A trained network ready for use: from its input to the right and the left kidney on an image's grid. Holds native
 * memory until it is closed. Safe for use by several threads: they take turns at the network and work side by side on
 * the rest.
 */
public final class Segmenter implements AutoCloseable {

    /** From this probability on a voxel belongs to a kidney. */
    public static final double THRESHOLD = 0.5;

    private final ModelCard card;
    private final Predictor predictor;
    private final double forwardSeconds;

    private Segmenter(ModelCard card, double forwardSeconds, Predictor predictor) {
        this.card = card;
        this.forwardSeconds = forwardSeconds;
        this.predictor = predictor;
    }

    /**
     * Opens the network of a model folder.
     *
     * @throws GlomeraException when card or weights are missing, damaged or do not fit, or no engine is there
     */
    public static Segmenter open(Path modelFolder, Components components) throws GlomeraException {
        ModelCard card = ModelFolder.readCard(modelFolder);
        NetworkArchitecture architecture = components.architecture(card.architecture());
        if (!architecture.channels().equals(card.channels())) {
            throw new GlomeraException(Kind.INPUT, "The model in " + modelFolder + " sees " + card.channels()
                    + ", but its architecture '" + card.architecture() + "' sees " + architecture.channels()
                    + ". It was made by another version; train the network again.");
        }
        NetworkEngine engine = components.engine();
        EngineReport report = engine.report();
        if (!report.usable()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, report.explanation());
        }
        NetworkGraph graph = ArchitectureBuilder.build(card.architecture(), architecture, card.parameters());
        MemoryCheck.requireForPredicting(card.title(), NetworkMemory.of(engine, graph));
        return new Segmenter(card, NetworkCost.of(graph).forwardSeconds(), engine.openPredictor(graph, ModelFolder.readWeights(modelFolder, card, graph),
                card.training().threads()));
    }

    /** A first guess of how long {@link #probability} takes, in seconds; it may be off by several times. */
    public double guessedSeconds() {
        return forwardSeconds;
    }

    /** What the network is. */
    public ModelCard card() {
        return card;
    }

    /**
     * The kidneys.
     *
     * @param input the network's input
     * @param inputGrid where its voxels lie
     * @param own the grid of the image that the result belongs to; outside the input grid nothing is a kidney
     */
    public SidedKidneys segment(float[][] input, Grid inputGrid, Grid own, IProgressMonitor monitor)
            throws GlomeraException {
        return kidneys(probability(input, inputGrid, monitor), own);
    }

    /**
     * The kidneys of a network's answer.
     *
     * @param probability the answer on its input grid
     * @param own the grid of the image that the result belongs to; outside the input grid nothing is a kidney
     */
    public static SidedKidneys kidneys(Volume probability, Grid own) {
        return KidneySides.split(Resampler.trilinear(probability, own, 0), THRESHOLD);
    }

    /** The network's answer on the input grid: the probability of each voxel to belong to a kidney. */
    public Volume probability(float[][] input, Grid inputGrid, IProgressMonitor monitor) throws GlomeraException {
        synchronized (predictor) {
            return new Volume(inputGrid, Quantity.PROBABILITY, predictor.predict(input, monitor));
        }
    }

    @Override
    public void close() {
        predictor.close();
    }
}
