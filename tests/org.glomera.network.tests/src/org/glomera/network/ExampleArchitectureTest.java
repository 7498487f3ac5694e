package org.glomera.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.junit.jupiter.api.Test;

/** The architecture that docs/extension-points.md shows. */
class ExampleArchitectureTest {

    private static final class ShallowNetwork implements NetworkArchitecture {
        @Override
        public List<Channel> channels() {
            return List.of(Channel.CT);
        }

        @Override
        public NetworkGraph build(ArchitectureParameters p) {
            return new NetworkGraph(channels(), p.inputNx(), p.inputNy(), p.inputNz(), List.of(
                    new Convolution("conv1", NetworkGraph.INPUT, 1, p.filters(), 3),
                    new InstanceNormalisation("norm1", "conv1", p.filters(), 1e-5),
                    new LeakyRelu("act1", "norm1", 0.01),
                    new Convolution("conv2", "act1", p.filters(), 1, 1),
                    new Sigmoid("probability", "conv2")));
        }
    }

    @Test
    void shallowNetwork_isBuiltAndInitialisedLikeTheProgramsOwn() throws GlomeraException {
        NetworkGraph graph = ArchitectureBuilder.build("shallow", new ShallowNetwork(),
                new ArchitectureParameters(8, 1, 48, 32, 64));
        // 27 * 8 + 8, two numbers a channel, 8 + 1
        assertEquals(224 + 16 + 9, graph.parameterCount());
        assertEquals(Optional.empty(), WeightInitialiser.initialise(graph, Initialisation.PLAIN, 1).misfit(graph));
    }
}
