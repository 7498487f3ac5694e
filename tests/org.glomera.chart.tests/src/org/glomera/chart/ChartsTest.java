package org.glomera.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.ScatterChart.Cloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartsTest {

    /** Numbers are written with two decimals. */
    private static final double HUNDREDTH = 0.011;

    static Stream<Chart> charts() {
        return Stream.of(line("Learning curves"), boxes(100), scatter());
    }

    private static LineChart line(String title) {
        List<Point> points = List.of(new Point(1, 0.2), new Point(2, 0.6), new Point(3, Double.NaN),
                new Point(4, 0.7), new Point(5, 0.8));
        return new LineChart(title, Axis.ofWholeNumbers("Epoch"), Axis.of("Dice coefficient", 0, 1),
                List.of(new Line("hybrid", Palette.of(0), Stroke.SOLID, points, List.of(new Point(5, 0.8))),
                        new Line("hybrid", Palette.of(1), Stroke.DASHED, points, List.of())),
                List.of(new Mark(5, "reported")));
    }

    private static BoxChart boxes(double outlier) {
        Box box = new Box(10, 25, 40, 75, 90, 50, KeyedValue.of(List.of(outlier, -30.0)));
        return new BoxChart("", Axis.of("Difference (%)"), List.of("Right kidney", "Left kidney"),
                List.of(new BoxChart.Series("hybrid", Palette.of(0), Map.of("Right kidney", box)),
                        new BoxChart.Series("standard", Palette.of(1),
                                Map.of("Right kidney", box, "Left kidney", box))),
                List.of(new Mark(0, "no difference")), "Boxes: quartiles.");
    }

    private static ScatterChart scatter() {
        return new ScatterChart("", Axis.of("Manual (Bq/ml)"), Axis.of("Automatic (Bq/ml)"),
                List.of(new Cloud("hybrid", Palette.of(0), List.of(new Point(10, 12), new Point(40, 30)))),
                List.of(new Mark(20, "limit")), true);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svg_isOneElementWithATitleThatScales(Chart chart) throws Exception {
        String text = Charts.svg(chart, 640, 400);
        Svg svg = Svg.parse(text);
        assertTrue(text.startsWith("<svg "), text.substring(0, 40));
        assertEquals("0 0 640 400", svg.root().getAttribute("viewBox"));
        assertEquals("title", svg.root().getElementsByTagName("*").item(0).getNodeName());
        assertFalse(svg.all("title").get(0).getTextContent().isBlank());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svg_refersToItselfOnly(Chart chart) throws Exception {
        String text = Charts.svg(chart, 640, 400);
        Set<String> ids = ids(Svg.parse(text));
        Matcher reference = Pattern.compile("url\\((.*?)\\)").matcher(text);
        int references = 0;
        while (reference.find()) {
            assertTrue(ids.contains(reference.group(1).substring(1)), reference.group(1));
            references++;
        }
        assertTrue(references > 0);
        assertFalse(text.contains("href="));
        assertFalse(text.contains("<!DOCTYPE") || text.contains("<?xml"));
    }

    @Test
    void svg_sharesNoIdWithAnotherChart() throws Exception {
        Set<String> one = ids(Svg.parse(Charts.svg(line("Fold 1"), 640, 400)));
        Set<String> other = ids(Svg.parse(Charts.svg(line("Fold 2"), 640, 400)));
        assertFalse(one.isEmpty());
        one.retainAll(other);
        assertEquals(Set.of(), one);
    }

    private static Set<String> ids(Svg svg) {
        Set<String> ids = new HashSet<>();
        for (Element element : svg.all("*")) {
            if (element.hasAttribute("id")) {
                assertTrue(ids.add(element.getAttribute("id")), "twice: " + element.getAttribute("id"));
            }
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svg_isTheSameForTheSameChart(Chart chart) {
        assertEquals(Charts.svg(chart, 640, 400), Charts.svg(chart, 640, 400));
        assertArrayEquals(Charts.png(chart, 640, 400, 1), Charts.png(chart, 640, 400, 1));
    }

    @Test
    void series_keepsTheOrderOfItsBoxes() {
        // an SVG's ids follow from the chart as a text, which must not depend on how a map happens to be ordered
        Box box = new Box(1, 2, 3, 4, 5, 3, List.of());
        Map<String, Box> boxes = new LinkedHashMap<>();
        List<String> groups = IntStream.range(0, 20).mapToObj(i -> "group " + (7 * i) % 20).toList();
        groups.forEach(group -> boxes.put(group, box));
        assertEquals(groups, List.copyOf(new BoxChart.Series("a", 0, boxes).boxes().keySet()));
    }

    @Test
    void svg_escapesEveryText() throws Exception {
        String hostile = "</title></svg><script>alert('x')</script>&";
        Point point = new Point(1, 2);
        Svg svg = Svg.parse(Charts.svg(new LineChart(hostile, Axis.of(hostile), Axis.of(hostile),
                List.of(new Line(hostile, 0, Stroke.SOLID, List.of(point, new Point(2, 3)), List.of(point)),
                        new Line("other", 0, Stroke.SOLID, List.of(point), List.of())),
                List.of(new Mark(1.5, hostile))), 900, 400));
        assertEquals(List.of(), svg.all("script"));
        assertEquals(hostile, svg.all("title").get(0).getTextContent());
        assertTrue(svg.all("text").stream().anyMatch(each -> each.getTextContent().equals(hostile)));
    }

    @Test
    void line_hasAGapWhereAValueIsMissing() throws Exception {
        Svg svg = Svg.parse(Charts.svg(line(""), 640, 400));
        List<String> paths = svg.stroked("path", Palette.of(0)).stream().map(each -> each.getAttribute("d"))
                .filter(d -> d.chars().filter(c -> c == 'M').count() == 2).toList();
        assertEquals(1, paths.size());
        // points 1, 2 and 4, 5: two moves, a line after each
        assertEquals(2, paths.get(0).chars().filter(c -> c == 'L').count());
    }

    @Test
    void line_hasItsDotWhereTheMarkIs() throws Exception {
        Svg svg = Svg.parse(Charts.svg(line(""), 640, 400));
        // dots are larger than the symbols along a line
        double dot = svg.all("circle").stream().max(Comparator.comparingDouble(each -> Svg.number(each, "r")))
                .map(each -> Svg.number(each, "cx")).orElseThrow();
        boolean marked = svg.all("line").stream().anyMatch(each -> Math.abs(Svg.number(each, "x1") - dot) < HUNDREDTH
                && Math.abs(Svg.number(each, "x2") - dot) < HUNDREDTH);
        assertTrue(marked, "no vertical line at " + dot);
    }

    @Test
    void box_isDrawnToScale() throws Exception {
        Svg svg = Svg.parse(Charts.svg(boxes(100), 640, 400));
        // 75 - 25 = 50 units are the height of the box; whisker 90 - 75 = 15, 25 - 10 = 15 units; median 75 - 40 = 35
        // below the top; both outliers span 130 units
        Element box = svg.stroked("rect", Palette.of(0)).get(0);
        double perUnit = Svg.number(box, "height") / 50;
        double top = Svg.number(box, "y");
        List<double[]> lines = svg.stroked("line", Palette.of(0)).stream()
                .map(each -> new double[] {Svg.number(each, "y1"), Svg.number(each, "y2")}).toList();
        assertTrue(hasLine(lines, top, top - 15 * perUnit), "upper whisker");
        assertTrue(hasLine(lines, top + 50 * perUnit, top + 65 * perUnit), "lower whisker");
        assertTrue(hasLine(lines, top + 35 * perUnit, top + 35 * perUnit), "median");
        double[] outliers = svg.stroked("circle", Palette.of(0)).stream().mapToDouble(each -> Svg.number(each, "cy"))
                .sorted().toArray();
        assertEquals(2, outliers.length);
        assertEquals(top - 25 * perUnit, outliers[0], 3 * HUNDREDTH);
        assertEquals(130 * perUnit, outliers[1] - outliers[0], 3 * HUNDREDTH);
    }

    private static boolean hasLine(List<double[]> lines, double from, double to) {
        return lines.stream().anyMatch(each -> Math.abs(each[0] - from) < 3 * HUNDREDTH
                && Math.abs(each[1] - to) < 3 * HUNDREDTH);
    }

    @Test
    void box_leavesNoOutlierOutsideTheFigure() throws Exception {
        Svg svg = Svg.parse(Charts.svg(boxes(1000), 640, 400));
        double axisTop = svg.all("line").stream().filter(each -> Svg.number(each, "x1") == Svg.number(each, "x2"))
                .mapToDouble(each -> Math.min(Svg.number(each, "y1"), Svg.number(each, "y2"))).min().orElseThrow();
        List<Element> outliers = Stream.of(0, 1).flatMap(place -> svg.stroked("circle", Palette.of(place)).stream())
                .toList();
        // three boxes of two outliers
        assertEquals(6, outliers.size());
        for (Element outlier : outliers) {
            assertTrue(Svg.number(outlier, "cy") > axisTop, outlier.getAttribute("cy"));
            assertTrue(Svg.number(outlier, "cy") < 400, outlier.getAttribute("cy"));
        }
    }

    @Test
    void box_spreadsPointsThatWouldCoverEachOther() throws Exception {
        Box box = new Box(10, 25, 40, 75, 90, 50, KeyedValue.of(List.of(100.0, 100.0, -30.0)));
        Svg svg = Svg.parse(Charts.svg(new BoxChart("", Axis.of("y"), List.of("g"),
                List.of(new BoxChart.Series("s", Palette.BLUE, Map.of("g", box))), List.of(), ""), 640, 400));
        Set<String> places = new HashSet<>();
        svg.stroked("circle", Palette.BLUE)
                .forEach(each -> places.add(each.getAttribute("cx") + " " + each.getAttribute("cy")));
        assertEquals(3, places.size());
    }

    @Test
    void charts_withoutDataAreDrawn() throws Exception {
        Axis axis = Axis.of("nothing");
        for (Chart chart : List.of(new LineChart("", axis, axis, List.of(), List.of()),
                new ScatterChart("", axis, axis, List.of(), List.of(), true),
                new BoxChart("", axis, List.of(), List.of(), List.of(), ""))) {
            assertEquals("svg", Svg.parse(Charts.svg(chart, 300, 200)).root().getNodeName());
        }
    }

    @Test
    void png_hasTheScaledSizeAndTheColours() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Charts.png(boxes(100), 320, 200, 2)));
        assertEquals(640, image.getWidth());
        assertEquals(400, image.getHeight());
        int[] pixels = image.getRGB(0, 0, 640, 400, null, 0, 640);
        for (int colour : new int[] {Palette.of(0), Palette.of(1), 0xffffff}) {
            assertTrue(Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xffffff) == colour), Palette.css(colour));
        }
    }

    @Test
    void picture_isReadBackAsItWasWritten() throws Exception {
        // two rows of three; alpha 0x80 and 0xff
        int[] argb = {0xffff0000, 0xff00ff00, 0xff0000ff, 0x80ffffff, 0xff123456, 0xff000000};
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.png(argb, 3, 2)));
        assertEquals(3, image.getWidth());
        assertArrayEquals(argb, image.getRGB(0, 0, 3, 2, null, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> Pictures.png(argb, 4, 2));
    }

    @Test
    void palette_repeatsAfterItsLastColourAndIsDistinct() {
        assertEquals(Palette.SERIES.size(), Set.copyOf(Palette.SERIES).size());
        assertEquals(Palette.of(0), Palette.of(Palette.SERIES.size()));
        assertNotEquals(Palette.of(0), Palette.of(1));
        assertEquals("#0072b2", Palette.css(Palette.BLUE));
    }

    @Test
    void values_thatCannotBeShownAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Point(1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Axis.of("", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.of("", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Mark(Double.NaN, ""));
        assertThrows(IllegalArgumentException.class, () -> new Box(1, 2, 3, 2.5, 4, 3, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Box(1, Double.NaN, 3, 3, 4, 3, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new KeyedValue(Double.NaN, ""));
        assertThrows(IllegalArgumentException.class, () -> Charts.svg(scatter(), 50, 400));
        assertThrows(IllegalArgumentException.class, () -> Charts.png(scatter(), 500, 400, 0));
    }
}
