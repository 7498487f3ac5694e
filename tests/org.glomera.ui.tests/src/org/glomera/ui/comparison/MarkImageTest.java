package org.glomera.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.graphics.ImageData;
import org.glomera.chart.Marker;
import org.glomera.chart.Scheme;
import org.junit.jupiter.api.Test;

/** The symbols of runs. */
class MarkImageTest {

    @Test
    void aFilledDisc_hasItsColourInTheMiddle_andNothingInTheCorner() {
        Marker disc = Marker.of(0);
        ImageData data = MarkImage.data(disc, 16, Scheme.DOCUMENT);
        assertEquals(disc.rgb(), data.getPixel(8, 8));
        assertEquals(255, data.getAlpha(8, 8));
        assertEquals(0, data.getAlpha(0, 0));
    }

    @Test
    void twelveRuns_differInShapeOrFill_notInColourAlone() {
        Set<String> shapes = new HashSet<>();
        for (Marker marker : Marker.SERIES) {
            ImageData data = MarkImage.data(marker, 16, Scheme.DOCUMENT);
            StringBuilder ink = new StringBuilder();
            for (int i = 0; i < 256; i++) {
                // inner areas and edges are white, which no series' colour comes near to
                boolean white = (data.getPixel(i % 16, i / 16) & 0xff0000) > 0xf00000
                        && (data.getPixel(i % 16, i / 16) & 0xff) > 0xf0;
                ink.append(!white && data.getAlpha(i % 16, i / 16) > 0x80 ? 'x' : '.');
            }
            assertTrue(ink.chars().filter(c -> c == 'x').count() > 16, () -> marker + " cannot be seen");
            shapes.add(ink.toString());
        }
        assertEquals(Marker.SERIES.size(), shapes.size());
    }
}
