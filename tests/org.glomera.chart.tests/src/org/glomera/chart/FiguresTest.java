package org.glomera.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.ScatterChart.Cloud;
import org.glomera.chart.Svg.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What figures show, read from their SVG. */
class FiguresTest {

    /** Numbers are written with two decimals, and sums of several are compared. */
    private static final double ROUNDING = 0.03;

    private static LineChart curves(int runs, int epochs) {
        List<Line> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Random random = new Random(1);
        for (int run = 0; run < runs; run++) {
            for (Stroke stroke : Stroke.values()) {
                List<Point> points = new ArrayList<>();
                for (int epoch = 1; epoch <= epochs; epoch++) {
                    points.add(new Point(epoch, 0.9 - 0.02 * run - 0.5 * Math.exp(-epoch / 10.0)
                            + 0.01 * random.nextGaussian()));
                }
                lines.add(new Line("", Marker.of(run), stroke, Weight.PALE, points, List.of()));
                lines.add(new Line("Network " + (run + 1) + (stroke == Stroke.SOLID ? ", test" : ", training"),
                        Marker.of(run), stroke, Weight.NORMAL, points, List.of(points.get(epochs - 1))));
            }
            marks.add(new Mark(epochs - run, "reported " + (epochs - run)));
        }
        return new LineChart("Learning curves", Axis.ofWholeNumbers("Epoch"), Axis.of("Dice coefficient", 0, 1), lines,
                List.of(new Band("range of the folds", Palette.of(0), List.of(new Band.Edge(1, 0.3, 0.5),
                        new Band.Edge(epochs, 0.8, 0.95)))), marks);
    }

    private static BoxChart boxes(int runs) {
        List<Series> series = new ArrayList<>();
        Random random = new Random(2);
        for (int run = 0; run < runs; run++) {
            Map<String, Box> boxes = new LinkedHashMap<>();
            for (String side : List.of("Right kidney", "Left kidney")) {
                List<KeyedValue> points = IntStream.range(0, 15)
                        .mapToObj(i -> new KeyedValue(5 * random.nextGaussian(), "case-" + i)).toList();
                boxes.put(side, new Box(-10, -3, 0, 3, 10, 0.5, points));
            }
            series.add(new Series("Network " + (run + 1), Marker.of(run), boxes));
        }
        return new BoxChart("", Axis.of("Difference of the activity concentration from manual (%)"),
                List.of("Right kidney", "Left kidney"), series, List.of(new Mark(0, "no difference")),
                "Box: quartiles, line: median, symbol: mean. Whiskers reach to the last value within 1.5 times the"
                        + " height of the box.");
    }

    private static ScatterChart blandAltman(double spread) {
        List<Point> points = IntStream.range(0, 15)
                .mapToObj(i -> new Point(1000 * i, Math.sin(i) * spread, "case-" + i)).toList();
        return new ScatterChart("Bland-Altman", Axis.of("Mean of manual and automatic (Bq/ml)"),
                Axis.of("Automatic − manual (Bq/ml)"), List.of(new Cloud("Network 1", Marker.of(0), points)),
                List.of(new Mark(0.1, "bias 0.10").withBand(-0.1, 0.3),
                        new Mark(0.1 + spread, "upper limit of agreement").withBand(0.05 + spread, 0.15 + spread),
                        new Mark(0.1 - spread, "lower limit of agreement").withBand(0.05 - spread, 0.15 - spread)),
                false);
    }

    private static ScatterChart identity(int runs) {
        List<Cloud> clouds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            int of = run;
            clouds.add(new Cloud("Network " + (run + 1), Marker.of(run), IntStream.range(1, 16)
                    .mapToObj(i -> new Point(i * 1e5, i * 1.03e5 + of * 1e4, "case-" + i)).toList()));
        }
        return new ScatterChart("", Axis.of("Manual (Bq/ml)"), Axis.of("Automatic (Bq/ml)"), clouds, List.of(), true);
    }

    static Stream<Chart> kinds() {
        // limits that lie close together push each other's words away
        return Stream.of(curves(3, 100), curves(12, 100), boxes(3), boxes(12), blandAltman(5), blandAltman(0.001),
                identity(3), identity(12));
    }

    private static Svg svg(Chart chart, int width, int height) throws Exception {
        return Svg.parse(Charts.svg(chart, width, height));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void texts_neitherMeetNorLeaveTheFigure(Chart chart) throws Exception {
        for (int[] size : new int[][] {{400, 300}, {640, 400}, {900, 500}, {1600, 1000}}) {
            List<Text> texts = svg(chart, size[0], size[1]).texts();
            Rectangle2D figure = new Rectangle2D.Double(0, 0, size[0], size[1]);
            for (int i = 0; i < texts.size(); i++) {
                assertTrue(figure.contains(texts.get(i).box()), texts.get(i) + " at " + size[0] + " x " + size[1]);
                for (int j = 0; j < i; j++) {
                    assertFalse(texts.get(i).box().intersects(texts.get(j).box()), texts.get(i) + " meets "
                            + texts.get(j) + " at " + size[0] + " x " + size[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void axes_haveNamesAndAFewTicks(Chart chart) throws Exception {
        for (int[] size : new int[][] {{400, 300}, {1600, 1000}}) {
            List<String> texts = svg(chart, size[0], size[1]).texts().stream().map(Text::content).toList();
            long ticks = texts.stream().filter(text -> text.matches("−?[0-9,.]+")).count();
            // at least three on each axis with numbers
            assertTrue(ticks >= (chart instanceof BoxChart ? 3 : 6) && ticks <= 60, texts.toString());
            Axis y = chart instanceof LineChart line ? line.y()
                    : chart instanceof ScatterChart scatter ? scatter.y() : ((BoxChart) chart).y();
            // a name that is too long for its axis is shortened in its middle
            assertTrue(String.join(" ", texts).contains(Texts.name(y).substring(0, 9)), texts.toString());
        }
    }

    @Test
    void legend_namesThingsAndKindsRatherThanEveryLine() throws Exception {
        List<String> texts = svg(curves(3, 20), 900, 500).texts().stream().map(Text::content).toList();
        for (String name : List.of("Network 1", "Network 2", "Network 3", "training", "test", "range of the folds")) {
            assertEquals(1, texts.stream().filter(name::equals).count(), name + " in " + texts);
        }
        assertFalse(texts.stream().anyMatch(text -> text.contains(", test")), texts.toString());
    }

    @Test
    void legend_namesEveryLineWhereKindsAreNotThroughout() throws Exception {
        List<Point> points = List.of(new Point(1, 1), new Point(2, 2));
        List<String> texts = svg(new LineChart("", Axis.of("x"), Axis.of("y"),
                List.of(new Line("a, test", Marker.of(0), Stroke.SOLID, Weight.NORMAL, points, List.of()),
                        new Line("a, training", Marker.of(0), Stroke.DASHED, Weight.NORMAL, points, List.of()),
                        new Line("b, test", Marker.of(1), Stroke.SOLID, Weight.NORMAL, points, List.of())),
                List.of()), 900, 500).texts().stream().map(Text::content).toList();
        assertTrue(texts.containsAll(List.of("a, test", "a, training", "b, test")), texts.toString());
    }

    @Test
    void legend_saysHowManyItLeavesOutAndWhoHasNoValues() throws Exception {
        ScatterChart many = identity(60);
        List<String> texts = svg(many, 400, 300).texts().stream().map(Text::content).toList();
        // the line of identity is the last of 61
        long named = texts.stream().filter(text -> text.startsWith("Netw")).count();
        assertTrue(texts.contains("and " + (61 - named) + " more"), texts.toString());
        List<Cloud> clouds = new ArrayList<>(identity(2).clouds());
        clouds.set(0, new Cloud("first", Marker.of(0), List.of(new Point(1, Double.NaN))));
        ScatterChart chart = new ScatterChart("", Axis.of("x"), Axis.of("y"), clouds, List.of(), false);
        assertTrue(svg(chart, 400, 300).texts().stream().anyMatch(text -> text.content().equals("first (no values)")));
    }

    @Test
    void ticks_countLargeAndSmallNumbersInAPowerOfTen() throws Exception {
        // 1.5 million shows as 1.5, and the axis says that it counts millions
        List<String> texts = svg(identity(2), 400, 300).texts().stream().map(Text::content).toList();
        assertTrue(texts.containsAll(List.of("0.5", "1.0", "1.5", "Manual (10⁶ Bq/ml)")), texts.toString());
        ScatterChart small = new ScatterChart("", Axis.of("x", 0, 0.004), Axis.of("y", -2, 2),
                List.of(new Cloud("a", 0, List.of(new Point(0.001, 1)))), List.of(), false);
        texts = svg(small, 400, 300).texts().stream().map(Text::content).toList();
        assertTrue(texts.containsAll(List.of("1", "2", "3", "4", "x (10⁻³)", "−2", "y")), texts.toString());
    }

    @Test
    void chart_withoutValuesSaysSo() throws Exception {
        Axis dice = Axis.of("Dice coefficient");
        List<Point> gap = List.of(new Point(1, Double.NaN));
        for (Chart chart : List.of(
                new LineChart("Curves", dice, dice, List.of(new Line("a", 0, Stroke.SOLID, gap, List.of())), List.of()),
                new ScatterChart("", dice, dice, List.of(new Cloud("a", 0, gap)), List.of(new Mark(1, "one")), true),
                new BoxChart("", dice, List.of("right"), List.of(new Series("a", 0, Map.of())), List.of(), ""))) {
            Svg svg = svg(chart, 400, 300);
            List<String> texts = svg.texts().stream().map(Text::content).toList();
            assertTrue(texts.contains("There are no values to show for “Dice coefficient”."), texts.toString());
            assertEquals(chart.title().isEmpty() ? 1 : 2, texts.size());
            assertEquals(List.of(), svg.all("line"));
            assertEquals("There are no values to show for “Dice coefficient”.",
                    svg.all("desc").get(0).getTextContent());
            assertEquals(List.of(), Charts.draw(chart, 400, 300, 1, Set.of()).hits());
        }
    }

    @Test
    void svg_isDescribedInWords() throws Exception {
        Svg svg = svg(boxes(1), 640, 400);
        String description = svg.all("desc").get(0).getTextContent();
        assertTrue(description.contains("Network 1, Left kidney median 0 %, quartiles −3 to 3 %"), description);
        assertTrue(description.contains("marked at 0 %: no difference"), description);
        assertEquals(svg.all("desc").get(0).getAttribute("id"), svg.root().getAttribute("aria-describedby"));
        assertEquals(svg.all("title").get(0).getAttribute("id"), svg.root().getAttribute("aria-labelledby"));
        assertEquals("img", svg.root().getAttribute("role"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -3e6, 1e-9})
    void value_thatIsAloneOrAlwaysTheSameStandsInTheMiddle(double value) {
        for (int count : new int[] {1, 4}) {
            List<Point> points = IntStream.rangeClosed(1, count).mapToObj(i -> new Point(i, value, "k" + i)).toList();
            for (Chart chart : List.of(
                    new LineChart("", Axis.ofWholeNumbers("Epoch"), Axis.of("y"),
                            List.of(new Line("a", 0, Stroke.SOLID, points, List.of())), List.of()),
                    new ScatterChart("", Axis.of("x"), Axis.of("y"), List.of(new Cloud("a", 0, points)), List.of(),
                            false))) {
                Drawing drawing = Charts.draw(chart, 400, 300, 1, Set.of());
                assertEquals(count, drawing.hits().size());
                // the axis below the data takes some 40 of the 300 pixels
                drawing.hits().forEach(hit -> assertEquals(130, hit.y(), 25));
            }
        }
    }

    @Test
    void line_keepsASpikeAmongMorePointsThanPixels() throws Exception {
        int count = 100_000;
        List<Point> points = IntStream.range(0, count)
                .mapToObj(i -> new Point(i, i == 41_234 ? 0.95 : i == 70_001 ? 0.05 : 0.5 + 0.01 * Math.sin(i)))
                .toList();
        Svg svg = svg(new LineChart("", Axis.of("x", 0, count), Axis.of("y", 0, 1),
                List.of(new Line("a", Marker.of(0), Stroke.SOLID, Weight.NORMAL, points, List.of())), List.of()),
                900, 500);
        String path = svg.stroked("path", Palette.of(0)).get(0).getAttribute("d");
        double[] numbers = Arrays.stream(path.split("[^0-9.]+")).filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble).toArray();
        // first, highest, lowest and last of each of at most 900 columns
        assertTrue(numbers.length / 2 <= 4 * 900, numbers.length / 2 + " points");
        double[] ends = frame(svg);
        double[] reached = yEnds(path);
        assertEquals(ends[0] + 0.05 * (ends[1] - ends[0]), reached[0], ROUNDING);
        assertEquals(ends[0] + 0.95 * (ends[1] - ends[0]), reached[1], ROUNDING);
    }

    /** Top and bottom of the data area: the longest upright line is the vertical axis. */
    private static double[] frame(Svg svg) {
        Element axis = svg.all("line").stream().filter(each -> Svg.number(each, "x1") == Svg.number(each, "x2"))
                .max((one, other) -> Double.compare(length(one), length(other))).orElseThrow();
        return DoubleStream.of(Svg.number(axis, "y1"), Svg.number(axis, "y2")).sorted().toArray();
    }

    private static double length(Element line) {
        return Math.abs(Svg.number(line, "y1") - Svg.number(line, "y2"));
    }

    @Test
    void columns_keepWhatASlowSearchFindsInEachColumn() {
        Random random = new Random(3);
        Columns columns = new Columns(1);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double[] point = {i / 50.0, random.nextInt(1000)};
            all.add(point);
            columns.add(point[0], point[1]);
        }
        List<double[]> kept = new ArrayList<>();
        double[] coordinates = new double[6];
        for (var at = columns.path().getPathIterator(null); !at.isDone(); at.next()) {
            at.currentSegment(coordinates);
            kept.add(new double[] {coordinates[0], coordinates[1]});
        }
        // 2,000 points over 40 columns
        assertTrue(kept.size() <= 4 * 40);
        for (int column = 0; column < 40; column++) {
            int here = column;
            double[] y = all.stream().filter(each -> (int) each[0] == here).mapToDouble(each -> each[1]).toArray();
            double[] k = kept.stream().filter(each -> (int) each[0] == here).mapToDouble(each -> each[1]).toArray();
            assertEquals(y[0], k[0]);
            assertEquals(y[y.length - 1], k[k.length - 1]);
            assertEquals(Arrays.stream(y).min(), Arrays.stream(k).min());
            assertEquals(Arrays.stream(y).max(), Arrays.stream(k).max());
        }
    }

    @Test
    void line_showsAPointBetweenTwoGaps() {
        List<Point> points = List.of(new Point(1, 1), new Point(2, Double.NaN), new Point(3, 2),
                new Point(4, Double.NaN), new Point(5, 1));
        Drawing drawing = Charts.draw(new LineChart("", Axis.of("x"), Axis.of("y"),
                List.of(new Line("a", Marker.of(0), Stroke.SOLID, Weight.NORMAL, points, List.of())), List.of()), 400,
                300, 1, Set.of());
        assertEquals(3, drawing.hits().size());
        for (Hit hit : drawing.hits()) {
            assertEquals(Palette.of(0), drawing.argb()[(int) hit.y() * 400 + (int) hit.x()] & 0xffffff, hit.text());
        }
    }

    @Test
    void band_isDrawnToScaleWithItsGap() throws Exception {
        LineChart chart = new LineChart("", Axis.of("x", 0, 4), Axis.of("y", 0, 10), List.of(),
                List.of(new Band("", 0x123456, List.of(new Band.Edge(0, 2, 6), new Band.Edge(1, 3, 6),
                        new Band.Edge(2, Double.NaN, Double.NaN), new Band.Edge(3, 1, 2), new Band.Edge(4, 1, 2)))),
                List.of());
        Svg svg = svg(chart, 500, 300);
        double[] frame = frame(svg);
        List<double[]> bands = svg.all("path").stream()
                .filter(each -> Svg.style(each, "fill").equals("rgb(18,52,86)")).map(each -> each.getAttribute("d"))
                .map(FiguresTest::yEnds).toList();
        // from 6 down to 2 and from 2 down to 1 of 10 units
        double unit = (frame[1] - frame[0]) / 10;
        assertEquals(2, bands.size());
        assertEquals(frame[1] - 6 * unit, bands.get(0)[0], ROUNDING);
        assertEquals(frame[1] - 2 * unit, bands.get(0)[1], ROUNDING);
        assertEquals(frame[1] - 2 * unit, bands.get(1)[0], ROUNDING);
        assertEquals(frame[1] - unit, bands.get(1)[1], ROUNDING);
    }

    private static double[] yEnds(String path) {
        double[] numbers = Arrays.stream(path.split("[^0-9.]+")).filter(text -> !text.isEmpty())
                .mapToDouble(Double::parseDouble).toArray();
        double[] y = IntStream.range(0, numbers.length / 2).mapToDouble(i -> numbers[2 * i + 1]).sorted().toArray();
        return new double[] {y[0], y[y.length - 1]};
    }

    @Test
    void mark_hasItsBandToScaleAndItsWordBeside() throws Exception {
        ScatterChart chart = new ScatterChart("", Axis.of("x", 0, 10), Axis.of("y", 0, 10),
                List.of(new Cloud("a", Marker.of(0), List.of(new Point(5, 5)))),
                List.of(new Mark(4, "bias").withBand(3, 6).withColour(0x123456)), false);
        Svg svg = svg(chart, 500, 300);
        double[] frame = frame(svg);
        double unit = (frame[1] - frame[0]) / 10;
        Element band = svg.all("rect").stream().filter(each -> Svg.style(each, "fill").equals("rgb(18,52,86)"))
                .findFirst().orElseThrow();
        assertEquals(frame[1] - 6 * unit, Svg.number(band, "y"), ROUNDING);
        assertEquals(3 * unit, Svg.number(band, "height"), ROUNDING);
        assertTrue(svg.stroked("line", 0x123456).stream()
                .anyMatch(each -> Math.abs(Svg.number(each, "y1") - (frame[1] - 4 * unit)) < ROUNDING));
        Text word = svg.texts().stream().filter(each -> each.content().equals("bias")).findFirst().orElseThrow();
        assertTrue(word.box().getX() > Svg.number(band, "x") + Svg.number(band, "width"));
        assertEquals(frame[1] - 4 * unit, word.box().getCenterY(), 3);
    }

    @Test
    void axes_thatAreEqualHaveEqualUnits() {
        for (int[] size : new int[][] {{900, 400}, {400, 700}}) {
            ScatterChart chart = new ScatterChart("", Axis.of("x"), Axis.of("y"), List.of(new Cloud("a", Marker.of(0),
                    List.of(new Point(0, 10, "a"), new Point(100, 10, "b"), new Point(0, 60, "c")))), List.of(), false,
                    true);
            Map<String, Hit> hits = new LinkedHashMap<>();
            Charts.draw(chart, size[0], size[1], 1, Set.of()).hits().forEach(hit -> hits.put(hit.key(), hit));
            double xUnit = (hits.get("b").x() - hits.get("a").x()) / 100;
            double yUnit = (hits.get("a").y() - hits.get("c").y()) / 50;
            // the layout is in whole pixels, some 300 of them a side
            assertEquals(1, xUnit / yUnit, 0.01);
        }
    }

    @Test
    void boxes_ofTwelveRunsStandApart() throws Exception {
        Svg svg = svg(boxes(12), 400, 300);
        double[][] spans = IntStream.range(0, 12).mapToObj(run -> svg.stroked("rect", Palette.of(run)))
                .flatMap(List::stream).map(each -> new double[] {Svg.number(each, "x"),
                    Svg.number(each, "x") + Svg.number(each, "width")})
                .sorted((one, other) -> Double.compare(one[0], other[0])).toArray(double[][]::new);
        assertEquals(24, spans.length);
        for (int i = 1; i < spans.length; i++) {
            assertTrue(spans[i][0] - spans[i - 1][1] > 1, spans[i - 1][1] + " to " + spans[i][0]);
        }
    }

    @Test
    void box_thatIsMissingIsMarkedAndNamed() {
        Box box = new Box(1, 2, 3, 4, 5, Double.NaN, List.of());
        BoxChart chart = new BoxChart("", Axis.of("Volume (ml)"), List.of("Right kidney", "Left kidney"),
                List.of(new Series("hybrid", Marker.of(0), Map.of("Right kidney", box))), List.of(), "");
        List<String> texts = Charts.draw(chart, 400, 300, 1, Set.of()).hits().stream().map(Hit::text).toList();
        assertEquals(2, texts.size());
        assertEquals("hybrid, Left kidney\nno values", texts.get(1));
        assertTrue(texts.get(0).contains("Mean none"), texts.get(0));
    }

    @Test
    void numbers_areShownWithTheDigitsAsked() {
        Axis volume = Axis.of("Volume (ml)");
        assertEquals("12.35 ml", Texts.value(volume, 12.3456));
        assertEquals("−12.35 ml", Texts.value(volume, -12.3456));
        assertEquals("0.0 ml", Texts.value(volume.withDigits(1), -0.04));
        assertEquals("123 ml", Texts.value(volume, 123));
        assertEquals("0 ml", Texts.value(volume, 0));
        assertEquals("none ml", Texts.value(volume, Double.NaN));
        assertEquals("12.3 ml", Texts.value(volume.withDigits(1), 12.3456));
        // 1 / 8 = 0.125 is exact in binary: the half goes to the even digit
        assertEquals("0.12 to 1.00 ml", Texts.range(volume.withDigits(2), 0.125, 1));
        // 1.005 is a little less in binary, so C and Python write 1.00, and so do tables
        assertEquals("1.00", Texts.value(Axis.of("x").withDigits(2), 1.005));
        assertEquals("1.235E+8", Texts.value(Axis.of("x"), 123456789.5));
        assertEquals("Volume", Texts.name(volume));
        assertEquals("Epoch", Texts.name(Axis.of("Epoch")));
    }
}
