package org.glomera.samples.residual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;
import org.junit.jupiter.api.Test;

class ResidualUNetTest {

    /** Convolutions, normalisations and the last layer of a small one, counted by hand. */
    @Test
    void parameters_areThoseCountedByHand() {
        // CT, 2 filters, 1 level.
        // down0: short 1*2+2 = 4, conv1 27*1*2+2 = 56, conv2 27*2*2+2 = 110, three normalisations of 2*2 = 12: 182
        // bottom: short 2*4+4 = 12, conv1 27*2*4+4 = 220, conv2 27*4*4+4 = 436, three normalisations of 2*4 = 24: 692
        // up0: conv 27*(4+2)*2+2 = 326, one normalisation of 4: 330; output 2+1 = 3
        NetworkGraph graph = new ResidualNetwork().build(new ArchitectureParameters(2, 1, 4, 6, 8));
        assertEquals(182 + 692 + 330 + 3, graph.parameterCount());
        assertEquals(List.of(Channel.CT), graph.channels());
    }

    @Test
    void hybrid_seesOneChannelMore() {
        ArchitectureParameters size = new ArchitectureParameters(8, 4, 48, 48, 48);
        // One more input channel: 27 kernel values and one of the way around for each of the 8 first filters
        assertEquals(new ResidualNetwork().build(size).parameterCount() + 28 * 8,
                new ResidualHybridNetwork().build(size).parameterCount());
        assertEquals(List.of(Channel.SPECT, Channel.CT), new ResidualHybridNetwork().build(size).channels());
    }

    @Test
    void build_halvesSizesByStrides() {
        NetworkGraph graph = new ResidualNetwork().build(new ArchitectureParameters(8, 3, 64, 48, 40));
        // three strides divide 64 x 48 x 40 by 8; filters double three times
        assertEquals(new LayerShape(64, 8, 6, 5), graph.shapes().get("bottom.act2"));
        // up-sampled once and joined with the 32 filters of the same level
        assertEquals(new LayerShape(96, 16, 12, 10), graph.shapes().get("up2.join"));
        assertEquals(new LayerShape(1, 64, 48, 40), graph.shapes().get(graph.output()));
        // four blocks of three, three on the way up, the last one
        assertEquals(16, graph.convolutions().size());
        assertEquals(6, graph.convolutions().stream().filter(c -> c.stride() == 2).count());
        assertEquals(5, graph.convolutions().stream().filter(c -> c.kernel() == 1).map(Convolution::name).count());
    }

    @Test
    void build_refusesASizeOfWhichOneVoxelIsLeft() {
        ResidualNetwork network = new ResidualNetwork();
        ArchitectureParameters size = new ArchitectureParameters(8, 4, 16, 16, 16);
        String message = assertThrows(IllegalArgumentException.class, () -> network.build(size)).getMessage();
        assertTrue(message.contains("one voxel") && message.contains("fewer levels"), message);
    }
}
