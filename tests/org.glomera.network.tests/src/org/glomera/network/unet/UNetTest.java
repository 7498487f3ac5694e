package org.glomera.network.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;
import org.junit.jupiter.api.Test;

class UNetTest {

    private static final ArchitectureParameters THESIS = new ArchitectureParameters(32, 4, 128, 128, 128);

    @Test
    void hybrid_hasTheReferenceStudysParameters() {
        NetworkGraph graph = new HybridUNet().build(THESIS);
        // Two channels instead of one add 27 kernel values to each of the 32 first filters: 864.
        assertEquals(23_699_137, graph.parameterCount());
        assertEquals(List.of(Channel.SPECT, Channel.CT), graph.channels());
    }

    @Test
    void standard_hasTheReferenceStudysParameters() {
        NetworkGraph graph = new StandardUNet().build(THESIS);
        assertEquals(23_698_273, graph.parameterCount());
        assertEquals(List.of(Channel.CT), graph.channels());
    }

    @Test
    void build_connectsNineteenConvolutionsOfTheReferenceStudysWidths() {
        List<Convolution> convolutions = new HybridUNet().build(THESIS).convolutions();
        assertEquals(19, convolutions.size());
        assertEquals(List.of(32, 32, 64, 64, 128, 128, 256, 256, 512, 512, 256, 256, 128, 128, 64, 64, 64, 64, 1),
                convolutions.stream().map(Convolution::outputChannels).collect(Collectors.toList()));
        assertEquals(1, convolutions.get(18).kernel());
        assertTrue(convolutions.subList(0, 18).stream().allMatch(c -> c.kernel() == 3));
    }

    @Test
    void build_takesSizesThatAreNotCubic() {
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(8, 3, 64, 48, 40));
        // three poolings divide 64 x 48 x 40 by 8; filters double three times
        assertEquals(new LayerShape(64, 8, 6, 5), graph.shapes().get("bottom.relu2"));
        // up-sampled once and joined with the 32 filters of the same level
        assertEquals(new LayerShape(96, 16, 12, 10), graph.shapes().get("up2.join"));
        assertEquals(new LayerShape(1, 64, 48, 40), graph.shapes().get(graph.output()));
    }

    @Test
    void parameters_refuseASizeThatCannotBeHalvedSoOften() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new ArchitectureParameters(8, 4, 64, 40, 48));
        assertTrue(refused.getMessage().contains("along y"), refused.getMessage());
        assertTrue(refused.getMessage().contains("16"), refused.getMessage());
    }
}
