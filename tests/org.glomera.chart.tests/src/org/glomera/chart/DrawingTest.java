package org.glomera.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.ScatterChart.Cloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 320;
    private static final Axis VOLUME = Axis.of("Volume (ml)").withDigits(1);

    private static ScatterChart scatter() {
        return new ScatterChart("", Axis.of("Manual (ml)"), VOLUME,
                List.of(new Cloud("hybrid", Marker.of(0), List.of(new Point(10, 12, "case-1"),
                        new Point(40, 30, "case-2"))),
                        new Cloud("standard", Marker.of(1), List.of(new Point(10, 22, "case-1"),
                                new Point(40, 45.25, "case-2")))),
                List.of(), true);
    }

    private static BoxChart boxes(List<KeyedValue> points) {
        Box box = new Box(10, 25, 40, 75, 90, 50, points);
        return new BoxChart("", VOLUME, List.of("Right kidney"),
                List.of(new Series("hybrid", Marker.of(0), Map.of("Right kidney", box)),
                        new Series("standard", Marker.of(1), Map.of("Right kidney", box))),
                List.of(), "");
    }

    private static final List<KeyedValue> POINTS = List.of(new KeyedValue(20, "case-1"), new KeyedValue(40, "case-2"),
            new KeyedValue(120, "case-3"));

    private static Drawing draw(Chart chart, int scale, String... highlighted) {
        return Charts.draw(chart, WIDTH, HEIGHT, scale, Set.of(highlighted));
    }

    private static int pixel(Drawing drawing, double x, double y, int scale) {
        return drawing.argb()[(int) Math.floor(y * scale) * drawing.widthPx() + (int) Math.floor(x * scale)] & 0xffffff;
    }

    /** Thin things cover a pixel in part: it must be at least half way from white to the colour, and of its hue. */
    private static void assertCovered(int rgb, int pixel, String what) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int full = 255 - (rgb >> shift & 0xff);
            int found = 255 - (pixel >> shift & 0xff);
            assertTrue(found >= full / 2 - 2 && found <= full + 2, what + ": " + Palette.css(pixel) + " is not "
                    + Palette.css(rgb));
        }
    }

    private static Hit hit(Drawing drawing, String key, String series) {
        return drawing.hits().stream().filter(hit -> hit.key().equals(key) && hit.text().contains(series)).findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hit_ofACloudLiesOnItsSymbol(int scale) {
        Drawing drawing = draw(scatter(), scale);
        assertEquals(4, drawing.hits().size());
        for (String key : List.of("case-1", "case-2")) {
            for (int series = 0; series < 2; series++) {
                Hit hit = hit(drawing, key, series == 0 ? "hybrid" : "standard");
                assertEquals(Palette.of(series), pixel(drawing, hit.x(), hit.y(), scale));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hit_ofABoxesPointLiesOnIt(int scale) {
        Drawing drawing = draw(boxes(POINTS), scale);
        for (int series = 0; series < 2; series++) {
            String name = series == 0 ? "hybrid" : "standard";
            Hit regular = hit(drawing, "case-1", name);
            assertEquals(Palette.of(series), pixel(drawing, regular.x(), regular.y(), scale));
            // an outlier is a ring, 1.3 times as large: white within, the series' colour on the ring
            Hit outlier = hit(drawing, "case-3", name);
            assertEquals(0xffffff, pixel(drawing, outlier.x(), outlier.y(), scale));
            assertCovered(Palette.of(series), pixel(drawing, outlier.x() + 1.3 * outlier.radius(), outlier.y(), scale),
                    "ring");
            assertTrue(outlier.text().endsWith("outlier"), outlier.text());
            assertFalse(regular.text().endsWith("outlier"), regular.text());
        }
    }

    @Test
    void hit_ofALineLiesOnIt() {
        List<Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= 50; epoch++) {
            points.add(new Point(epoch, epoch == 20 ? Double.NaN : 0.5));
        }
        LineChart chart = new LineChart("", Axis.ofWholeNumbers("Epoch"), Axis.of("Dice", 0, 1),
                List.of(new Line("run", Marker.of(0), Stroke.SOLID, Weight.NORMAL, points,
                        List.of(new Point(50, 0.5)))), List.of());
        Drawing drawing = draw(chart, 4);
        // 49 points that are not a gap, and the dot
        assertEquals(50, drawing.hits().size());
        for (Hit hit : drawing.hits()) {
            // a line ends at its first and last point, so one side of them is empty
            double filled = hit.text().contains("Epoch 1\n") || hit.text().contains("Epoch 21\n") ? 0.4 : -0.4;
            assertCovered(Palette.of(0), pixel(drawing, hit.x() + filled, hit.y(), 4), hit.text());
        }
        assertEquals("run\nEpoch 1\nDice 0.5", drawing.hits().get(0).text());
    }

    @Test
    void hit_ofASmoothedLineSaysTheRawValueToo() {
        LineChart chart = new LineChart("", Axis.ofWholeNumbers("Epoch"), Axis.of("Dice", 0, 1).withDigits(3),
                List.of(new Line("", Marker.of(0), Stroke.SOLID, Weight.PALE,
                        List.of(new Point(1, 0.25), new Point(2, 0.75)), List.of()),
                        new Line("run", Marker.of(0), Stroke.SOLID, Weight.NORMAL,
                                List.of(new Point(1, 0.5), new Point(2, 0.5)), List.of(new Point(2, 0.75)))),
                List.of());
        List<String> texts = draw(chart, 1).hits().stream().map(Hit::text).toList();
        assertEquals(List.of("run\nEpoch 1\nDice 0.250, smoothed 0.500", "run\nEpoch 2\nDice 0.750, smoothed 0.500",
                "run\nEpoch 2\nDice 0.750"), texts);
    }

    @Test
    void hit_saysCaseSeriesAndValueWithUnit() {
        Drawing drawing = draw(scatter(), 1);
        // 45.25 with one decimal, the exact half to the even digit
        assertEquals("case-2\nstandard\nManual 40 ml\nVolume 45.2 ml", hit(drawing, "case-2", "standard").text());
        Drawing boxes = draw(boxes(POINTS), 1);
        assertEquals("case-2\nhybrid, Right kidney\nVolume 40.0 ml", hit(boxes, "case-2", "hybrid").text());
        assertEquals("hybrid, Right kidney\nMedian 40.0 ml\nMean 50.0 ml\nQuartiles 25.0 to 75.0 ml\n"
                + "Whiskers 10.0 to 90.0 ml", hit(boxes, "", "hybrid").text());
    }

    @Test
    void hit_isInLayoutPixelsAtAnyScale() {
        Drawing one = draw(scatter(), 1);
        Drawing three = draw(scatter(), 3);
        assertEquals(3 * WIDTH, three.widthPx());
        assertEquals(3 * HEIGHT, three.heightPx());
        for (int i = 0; i < one.hits().size(); i++) {
            // the layout may move by a pixel where glyphs round differently
            assertEquals(one.hits().get(i).x(), three.hits().get(i).x(), 1.5);
            assertEquals(one.hits().get(i).y(), three.hits().get(i).y(), 1.5);
        }
    }

    @Test
    void nearest_isTheNearestWithinReach() {
        Hit near = new Hit(10, 10, 3, "near", "");
        Hit far = new Hit(20, 10, 3, "far", "");
        Drawing drawing = new Drawing(1, 1, new int[1], List.of(far, near));
        assertEquals(Optional.of(near), drawing.nearest(14, 10));
        assertEquals(Optional.of(far), drawing.nearest(16, 10));
        // 3 pixels of radius and 6 of slack below the middle
        assertEquals(Optional.of(near), drawing.nearest(10, 19));
        assertEquals(Optional.empty(), drawing.nearest(10, 19.1));
    }

    @Test
    void nearest_prefersWhatCanBeSelectedAndWhatIsOnTop() {
        Hit box = new Hit(10, 10, 20, "", "box");
        Hit point = new Hit(14, 10, 2, "case-1", "point");
        Hit above = new Hit(14, 10, 2, "case-2", "point above");
        assertEquals(Optional.of(point), new Drawing(1, 1, new int[1], List.of(point, box)).nearest(10, 10));
        assertEquals(Optional.of(above), new Drawing(1, 1, new int[1], List.of(point, above)).nearest(13, 10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void highlighted_pointsHaveARingAndNothingElseChanges(boolean clouds) {
        Chart chart = clouds ? scatter() : boxes(POINTS);
        Drawing plain = draw(chart, 1);
        Drawing ringed = draw(chart, 1, "case-1", "a case that is not there");
        List<Hit> hits = plain.hits().stream().filter(hit -> hit.key().equals("case-1")).toList();
        assertEquals(2, hits.size());
        Set<Hit> changed = new HashSet<>();
        for (int i = 0; i < plain.argb().length; i++) {
            if (plain.argb()[i] != ringed.argb()[i]) {
                double x = i % WIDTH + 0.5;
                double y = i / WIDTH + 0.5;
                Hit nearest = hits.stream().min(Comparator.comparingDouble(hit -> hit.distance(x, y)))
                        .orElseThrow();
                boolean joined = !clouds && Math.abs(y - nearest.y()) < 2;
                assertTrue(joined || nearest.distance(x, y) < nearest.radius() + 7, x + ", " + y);
                changed.add(nearest);
            }
        }
        assertEquals(Set.copyOf(hits), changed);
        // the ring is dark and the point within keeps its colour
        for (int series = 0; series < 2; series++) {
            Hit hit = hits.get(series);
            assertCovered(Palette.of(series), pixel(ringed, hit.x(), hit.y(), 1), "point");
            assertCovered(0x222222, pixel(ringed, hit.x(), hit.y() - hit.radius() - 3, 1), "ring");
        }
    }

    @Test
    void drawing_isTheSameForTheSameChart() {
        for (Chart chart : List.of(scatter(), boxes(POINTS))) {
            Drawing one = draw(chart, 2, "case-2");
            Drawing other = draw(chart, 2, "case-2");
            assertArrayEquals(one.argb(), other.argb());
            assertEquals(one.hits(), other.hits());
        }
    }

    @Test
    void drawing_placesPointsOfABoxAlikeInAnyOrder() {
        List<KeyedValue> points = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            points.add(new KeyedValue(random.nextInt(80), "case-" + i));
        }
        Map<String, Hit> before = byKey(draw(boxes(points), 1));
        Collections.shuffle(points, random);
        assertEquals(before, byKey(draw(boxes(points), 1)));
    }

    private static Map<String, Hit> byKey(Drawing drawing) {
        return drawing.hits().stream().filter(hit -> !hit.key().isEmpty()).collect(Collectors.toMap(
                hit -> hit.key() + hit.text(), Function.identity(), (one, other) -> one, HashMap::new));
    }

    @Test
    void drawing_coversNoPointOfABoxByAnother() {
        // 15 cases as in the reference study, several of them equal
        List<KeyedValue> points = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            points.add(new KeyedValue(20 + i / 5 * 20, "case-" + i));
        }
        List<Hit> hits = draw(boxes(points), 1).hits().stream().filter(hit -> !hit.key().isEmpty()).toList();
        assertEquals(30, hits.size());
        for (int i = 0; i < hits.size(); i++) {
            for (int j = 0; j < i; j++) {
                Hit one = hits.get(i);
                Hit other = hits.get(j);
                assertTrue(one.distance(other.x(), other.y()) >= 2 * one.radius(), one + " and " + other);
            }
        }
    }

    @Test
    void point_beyondAGivenEndStandsAtTheEnd() {
        ScatterChart chart = new ScatterChart("", Axis.of("x", 0, 10), Axis.of("y", 0, 10),
                List.of(new Cloud("all", Marker.of(0), List.of(new Point(5, 10, "at"), new Point(7, 25, "beyond")))),
                List.of(), false);
        Drawing drawing = draw(chart, 1);
        Hit at = hit(drawing, "at", "all");
        Hit beyond = hit(drawing, "beyond", "all");
        assertEquals(at.y(), beyond.y(), 1e-9);
        assertTrue(beyond.text().contains("y 25"), beyond.text());
        // the tip of an arrowhead stands above the point beyond, nothing above the one at the end
        assertTrue(pixel(drawing, beyond.x(), beyond.y() - beyond.radius() - 4, 1) != 0xffffff);
        assertEquals(0xffffff, pixel(drawing, at.x(), at.y() - at.radius() - 4, 1));
    }

    @Test
    void drawing_refusesPixelsThatAreNoPicture() {
        assertThrows(IllegalArgumentException.class, () -> new Drawing(2, 2, new int[3], List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Hit(Double.NaN, 0, 1, "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Hit(0, 0, -1, "", ""));
    }
}
