package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ImageOrderTest {

    @Test
    void order_holdsEachImageOnce() {
        int[] sorted = ImageOrder.of(3, 1, 55);
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, 55).toArray(), sorted);
    }

    @Test
    void order_followsFromSeedAndEpochAlone() {
        assertArrayEquals(ImageOrder.of(3, 7, 55), ImageOrder.of(3, 7, 55));
        assertFalse(Arrays.equals(ImageOrder.of(3, 7, 55), ImageOrder.of(3, 8, 55)));
        assertFalse(Arrays.equals(ImageOrder.of(3, 7, 55), ImageOrder.of(4, 7, 55)));
    }

    @Test
    void order_putsEachImageFirstAboutAsOften() {
        int[] first = new int[4];
        for (int epoch = 1; epoch <= 4000; epoch++) {
            first[ImageOrder.of(1, epoch, 4)[0]]++;
        }
        for (int count : first) {
            // 1000 expected, standard deviation sqrt(4000 * 1/4 * 3/4) = 27; five of them
            assertEquals(1000, count, 137);
        }
    }
}
