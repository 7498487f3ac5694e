package org.glomera.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.glomera.chart.Marker.Dash;
import org.glomera.chart.Marker.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkerTest {

    private static final int SERIES = 12;
    private static final int WITHOUT_DASHES = 6;

    /**
     * Colours of areas of some pixels count as different from about 10 units of CIELAB on (a just noticeable difference
     * of large areas is 2.3); the colours of Okabe and Ito reach 16.
     */
    private static final double TOLD_APART = 10;
    private static final double WELL_APART = 15;

    /**
     * Kinds of colour vision, as matrices on linear RGB for complete deficiency (Machado, Oliveira and Fernandes, IEEE
     * TVCG 15, 2009, table 1, severity 1.0).
     */
    enum Vision {
        NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Vision(double... matrix) {
            this.matrix = matrix;
        }

        /** CIELAB coordinates (CIE 15, D65) of what is seen of a colour. */
        double[] lab(int rgb) {
            double[] linear = {linear(rgb >> 16 & 0xff), linear(rgb >> 8 & 0xff), linear(rgb & 0xff)};
            double[] seen = times(matrix, linear);
            for (int i = 0; i < 3; i++) {
                seen[i] = Math.max(0, Math.min(1, seen[i]));
            }
            double[] xyz = times(new double[] {0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750,
                0.0193339, 0.1191920, 0.9503041}, seen);
            double fx = f(xyz[0] / 0.95047);
            double fy = f(xyz[1]);
            double fz = f(xyz[2] / 1.08883);
            return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
        }

        private static double linear(int byteValue) {
            double c = byteValue / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }

        private static double f(double t) {
            return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }

        private static double[] times(double[] m, double[] v) {
            return new double[] {m[0] * v[0] + m[1] * v[1] + m[2] * v[2], m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
                m[6] * v[0] + m[7] * v[1] + m[8] * v[2]};
        }

        double distance(int one, int other) {
            double[] a = lab(one);
            double[] b = lab(other);
            return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
        }
    }

    @Test
    void vision_knownColoursHaveTheirKnownCoordinates() {
        // white is L* 100, a* 0, b* 0; sRGB red is 53.24, 80.09, 67.20 (Lindbloom, CIE colour calculator)
        double[] white = Vision.NORMAL.lab(0xffffff);
        assertEquals(100, white[0], 0.01);
        assertEquals(0, white[1], 0.01);
        assertEquals(0, white[2], 0.01);
        double[] red = Vision.NORMAL.lab(0xff0000);
        assertEquals(53.24, red[0], 0.01);
        assertEquals(80.09, red[1], 0.01);
        assertEquals(67.20, red[2], 0.01);
        // the rows of every matrix sum to 1, so grey stays grey
        for (Vision vision : Vision.values()) {
            assertEquals(0, vision.distance(0x808080, 0x808080), 0);
            assertEquals(0, Math.hypot(vision.lab(0x808080)[1], vision.lab(0x808080)[2]), 0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void colours_ofTwelveSeriesAreToldApart(Vision vision) {
        for (int one = 0; one < SERIES; one++) {
            for (int other = 0; other < one; other++) {
                double distance = vision.distance(Palette.of(one), Palette.of(other));
                double needed = one < WITHOUT_DASHES ? WELL_APART : TOLD_APART;
                assertTrue(distance >= needed, vision + ": " + one + " and " + other + " are " + distance + " apart");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void colours_ofTwelveSeriesAreToldFromTheGround(Vision vision) {
        for (Marker marker : Marker.SERIES) {
            // a third of the way from white to black in lightness; yellow, which is left out, has 7
            assertTrue(100 - vision.lab(marker.rgb())[0] > 25, marker.toString());
        }
        assertTrue(100 - Vision.NORMAL.lab(Palette.YELLOW)[0] < 25);
    }

    @Test
    void symbols_ofTwelveSeriesDifferWithoutColour() {
        int size = 12;
        for (int one = 0; one < SERIES; one++) {
            for (int other = 0; other < one; other++) {
                boolean[] a = covered(Marker.of(one), size);
                boolean[] b = covered(Marker.of(other), size);
                int either = 0;
                int both = 0;
                for (int i = 0; i < a.length; i++) {
                    either += a[i] || b[i] ? 1 : 0;
                    both += a[i] && b[i] ? 1 : 0;
                }
                // alike they would share all of what they cover; a disc and a square of its area share 0.82
                assertTrue((double) both / either < 0.85, Marker.of(one) + " and " + Marker.of(other) + " share "
                        + (double) both / either);
            }
        }
    }

    private static boolean[] covered(Marker marker, int size) {
        Marker black = new Marker(Palette.BLACK, marker.shape(), marker.filled(), marker.dash());
        int[] argb = Charts.sample(black, size, size, 8).argb();
        boolean[] covered = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            covered[i] = argb[i] >>> 24 > 0x80 && (argb[i] & 0xff) < 0x80;
        }
        return covered;
    }

    @Test
    void markers_ofTwelveSeriesAreTwelveInColourAndInSymbol() {
        Set<Integer> colours = new HashSet<>();
        Set<List<Object>> symbols = new HashSet<>();
        for (int i = 0; i < SERIES; i++) {
            assertEquals(Palette.of(i), Marker.of(i).rgb());
            assertTrue(colours.add(Marker.of(i).rgb()));
            assertTrue(symbols.add(List.of(Marker.of(i).shape(), Marker.of(i).filled())));
        }
        assertEquals(Marker.of(0), Marker.of(SERIES));
        assertFalse(colours.contains(Palette.BLACK), "black is the manual delineation's");
    }

    @Test
    void marker_ofAColourIsThatOfItsSeries() {
        assertEquals(Marker.of(3), Marker.ofColour(Palette.of(3)));
        assertEquals(new Marker(0x123456, Shape.CIRCLE, true, Dash.SOLID), Marker.ofColour(0x123456));
    }

    @Test
    void marker_ofStrokesAloneIsNotFilled() {
        assertThrows(IllegalArgumentException.class, () -> new Marker(0, Shape.CROSS, true, Dash.SOLID));
    }

    @Test
    void sample_hasALineOnlyWhereThereIsRoom() {
        // at the left edge, half way down: the line's colour, or nothing
        Drawing wide = Charts.sample(Marker.of(0), 30, 12, 4);
        Drawing narrow = Charts.sample(Marker.of(0), 12, 12, 4);
        assertEquals(0xff000000 | Palette.of(0), wide.argb()[24 * 120 + 8]);
        assertEquals(0, narrow.argb()[24 * 48 + 1] >>> 24);
        assertEquals(0xff000000 | Palette.of(0), narrow.argb()[24 * 48 + 24]);
    }
}
