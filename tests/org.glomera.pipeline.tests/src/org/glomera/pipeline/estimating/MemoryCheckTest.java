package org.glomera.pipeline.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.NetworkGraph;
import org.junit.jupiter.api.Test;

class MemoryCheckTest {

    /**
     * 4 x 2 x 2 = 16 voxels. Input 16 values; a = conv 1 to 3: 48; r = relu of a: 48; j = r and a joined: 96; o = conv 6
     * to 1: 16. Live at a: 64, with its copies (16 + 48) 128. At r: 48 + 48 = 96, since the input is not wanted any more.
     * At j: 96 + 96 = 192. At o: 96 + 16 = 112, with its copies (96 + 16) 224: the most; the sigmoid takes less. Weights: a 3 + 3, o 6 + 1: 13,
     * twice 26. (224 + 26) values of 4 bytes = 1000.
     */
    @Test
    void aForwardPass_isCountedAtItsWidestPlace() {
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 2, 2, List.of(
                new Convolution("a", NetworkGraph.INPUT, 1, 3, 1), new Relu("r", "a"),
                new Concatenate("j", List.of("r", "a")), new Convolution("o", "j", 6, 1, 1), new Sigmoid("p", "o")));
        assertEquals(1000, MemoryCheck.predictingBytes(graph));
    }

    @Test
    void whatIsALittleTooLarge_isTried_andWhatIsFarTooLargeIsRefusedWithAWayOut() {
        assertEquals(Optional.empty(), MemoryCheck.refusal("Training", 1_300, 1_000));
        String words = MemoryCheck.refusal("Training hybrid", 8_000_000_000L, 2_000_000_000L).orElseThrow();
        assertTrue(words.startsWith("Training hybrid needs about 8.0 GB of memory, and only 2.0 GB are free"), words);
        assertTrue(words.contains("GLOMERA_MEMORY=unchecked"), words);
    }
}
