package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;

/** What one network's weights are worth to another. */
class TransferTest {

    private static final ArchitectureParameters SMALL = new ArchitectureParameters(2, 2, 8, 8, 8);

    private static NetworkWeights weights(NetworkGraph graph, long seed) {
        return WeightInitialiser.initialise(graph, Initialisation.PLAIN, seed);
    }

    @Test
    void sameNetworkOfAnotherInputSize_takesEveryLayer() {
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(2, 2, 16, 8, 8));
        NetworkWeights source = weights(new StandardUNet().build(SMALL), 1);
        Transfer transfer = Transfer.of(graph, source, weights(graph, 2));
        assertEquals(List.of(), transfer.fresh());
        assertEquals(graph.convolutions().size(), transfer.taken().size());
        source.tensors().forEach((name, tensor) -> assertSame(tensor, transfer.weights().require(name)));
        assertTrue(transfer.takesKernels(graph));
    }

    /** A network that sees SPECT and CT has a first kernel for two images; all others are those of one that sees CT. */
    @Test
    void hybridFromStandard_namesTheOneLayerThatSeesAnotherNumberOfImages() {
        NetworkGraph hybrid = new HybridUNet().build(SMALL);
        NetworkGraph standard = new StandardUNet().build(SMALL);
        NetworkWeights usual = weights(hybrid, 2);
        Transfer transfer = Transfer.of(hybrid, weights(standard, 1), usual);
        String first = hybrid.convolutions().get(0).name();
        assertEquals(List.of(first + " (its weight has the shape [2, 2, 3, 3, 3], that of the source [2, 1, 3, 3, 3])"),
                transfer.fresh());
        assertSame(usual.require(first + ".weight"), transfer.weights().require(first + ".weight"));
        // The bias has the same shape, but a layer is taken as a whole or not at all.
        assertSame(usual.require(first + ".bias"), transfer.weights().require(first + ".bias"));
        assertEquals(hybrid.convolutions().size() - 1, transfer.taken().size());
        assertFalse(transfer.weights().misfit(hybrid).isPresent());
    }

    @Test
    void widerNetwork_takesNothing() {
        NetworkGraph wide = new StandardUNet().build(new ArchitectureParameters(4, 2, 8, 8, 8));
        Transfer transfer = Transfer.of(wide, weights(new StandardUNet().build(SMALL), 1), weights(wide, 2));
        assertEquals(List.of(), transfer.taken());
        assertFalse(transfer.takesKernels(wide));
    }

    @Test
    void layersThatTheSourceLacks_areNamed() {
        NetworkGraph graph = new StandardUNet().build(SMALL);
        Map<String, Tensor> some = new LinkedHashMap<>(weights(graph, 1).tensors());
        String first = graph.convolutions().get(0).name();
        String second = graph.convolutions().get(1).name();
        some.remove(first + ".bias");
        some.remove(second + ".weight");
        some.remove(second + ".bias");
        Transfer transfer = Transfer.of(graph, new NetworkWeights(some), weights(graph, 2));
        assertEquals(List.of(first + " (the source has no bias for it)", second + " (the source has no such layer)"),
                transfer.fresh());
    }
}
