package org.glomera.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.glomera.chart.BoxChart;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.Mark;
import org.glomera.chart.Point;
import org.glomera.chart.ScatterChart;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.TestStudies;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figures draw, and that a point is a case. */
class FiguresTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    private static FigureBlock figure(Page page, String id) {
        return page.figures().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void curves_areRawUnderSmoothedWithTheReportedEpochsOwnValue() throws GlomeraException {
        FigureBlock figure = figure(CurvesPage.of(TestStudies.reference(folder), ViewOptions.defaults()), "test-dice");
        LineChart chart = (LineChart) figure.chart();
        assertEquals(6, chart.lines().size(), "raw and smoothed of three networks");
        Line raw = chart.lines().get(0);
        Line smooth = chart.lines().get(1);
        assertEquals(Weight.PALE, raw.weight());
        assertEquals("Network 1", smooth.name());
        // table D, network 1: epochs 1 to 3 are 0.487844, 0.583277, 0.594046; epoch 2 averages over the three
        assertEquals(0.583277, raw.points().get(1).y());
        assertEquals((0.487844 + 0.583277 + 0.594046) / 3, smooth.points().get(1).y(), ROUNDING);
        assertEquals(List.of(raw.points().get(99)), smooth.dots(), "the reported epoch's raw value");
        assertTrue(figure.caption().contains("centred moving average over 9 epochs"), figure.caption());
    }

    @Test
    void fewEpochs_areNotSmoothed() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 1, (r, i, k) -> 1));
        FigureBlock figure = figure(CurvesPage.of(comparison, ViewOptions.defaults()), "training-dice");
        LineChart chart = (LineChart) figure.chart();
        assertEquals(2, chart.lines().size());
        assertEquals(0.7, chart.lines().get(0).points().get(1).y());
        assertTrue(figure.caption().startsWith("Values of each epoch, not smoothed."), figure.caption());
        LineChart forced = (LineChart) figure(CurvesPage.of(comparison,
                ViewOptions.defaults().withSmoothingEpochs(3)), "training-dice").chart();
        // 0.5, 0.7, 0.8: the middle one becomes their mean
        assertEquals(2 / 3.0, forced.lines().get(1).points().get(1).y(), ROUNDING);
    }

    @Test
    void folds_areABandFromTheLowestToTheHighest() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        fold(study, "a-fold1", new CurvePoint(1, 0.5, 0.30), new CurvePoint(2, 0.6, 0.35));
        fold(study, "a-fold2", new CurvePoint(1, 0.5, 0.45));
        fold(study, "a-fold3", new CurvePoint(1, 0.5, 0.40), new CurvePoint(2, 0.7, Double.NaN));
        FigureBlock figure = figure(CurvesPage.of(TestStudies.read(study), ViewOptions.defaults()), "test-dice");
        LineChart chart = (LineChart) figure.chart();
        assertEquals(1, chart.bands().size());
        // epoch 2 has one fold's value, which is no range
        assertEquals(1, chart.bands().get(0).edges().size());
        assertEquals(0.30, chart.bands().get(0).edges().get(0).lower());
        assertEquals(0.45, chart.bands().get(0).edges().get(0).upper());
        assertTrue(figure.caption().contains("Band"), figure.caption());
    }

    @Test
    void validationCases_haveAFigureAndAColumnWhereARunHasThem() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        Page without = CurvesPage.of(TestStudies.read(study), ViewOptions.defaults());
        assertEquals(List.of("test-dice", "training-dice"), without.figures().stream().map(FigureBlock::id).toList());
        study.writeCurve("b", new Curve(List.of(new CurvePoint(1, 0.5, 0.4, 0.6), new CurvePoint(2, 0.7, 0.6, 0.65),
                new CurvePoint(3, 0.8, 0.5, 0.55))));
        Page with = CurvesPage.of(TestStudies.read(study), ViewOptions.defaults());
        LineChart chart = (LineChart) figure(with, "validation-dice").chart();
        // The other run has none and is not drawn.
        assertEquals(1, chart.lines().size());
        assertEquals(List.of(new Point(1, 0.6), new Point(2, 0.65), new Point(3, 0.55)), chart.lines().get(0).points());
        assertTrue(with.blocks().stream().anyMatch(block -> block instanceof TableBlock table
                && table.columns().stream().anyMatch(column -> column.name().equals("Validation Dice"))));
    }

    private static void fold(StudyFolder study, String name, CurvePoint... points) throws GlomeraException {
        study.writeRun(TestStudies.finished(name, 2));
        study.writeCurve(name, new Curve(List.of(points)));
    }

    @Test
    void boxes_haveEveryCaseAsAPointAndTheQuartilesOfTheTable() throws GlomeraException {
        Page page = DistributionsPage.of(TestStudies.reference(folder), ViewOptions.defaults());
        BoxChart chart = (BoxChart) figure(page, "boxes").chart();
        assertEquals(List.of("Right kidney", "Left kidney"), chart.groups());
        BoxChart.Box box = chart.series().get(0).boxes().get("Right kidney");
        // NumPy: np.quantile(100*(a-m)/m, [.25, .5, .75]) of network 1, right
        assertEquals(0.25038738, box.lowerQuartile(), 1e-8);
        assertEquals(3.56579363, box.median(), 1e-8);
        assertEquals(4.44434118, box.upperQuartile(), 1e-8);
        assertEquals(15, box.points().size());
        assertEquals("10", box.points().get(9).key());
    }

    @Test
    void casesWithoutAValue_areNamedUnderTheBoxes() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 3,
                (run, i, kidneys) -> run.equals("a") && i == 1 && kidneys == Kidneys.LEFT ? Double.NaN : 1));
        assertTrue(DistributionsPage.of(comparison, ViewOptions.defaults()).blocks().stream()
                .anyMatch(block -> block instanceof Paragraph text && text.text().equals("Cases without a value, which"
                        + " are not drawn: Network a, the left kidney: case1.")));
    }

    @Test
    void scatter_comparesAutomaticWithManualOfTheSameCase() throws GlomeraException {
        Page page = DistributionsPage.of(TestStudies.reference(folder), ViewOptions.defaults());
        ScatterChart chart = (ScatterChart) figure(page, "scatter-right").chart();
        assertTrue(chart.identity());
        // tables A to C: network 1, case 1, right: 24.02 by hand, 27.56 by the network
        assertEquals(new Point(24.02, 27.56, "1"), chart.clouds().get(0).points().get(0));
        assertEquals("Automatic", chart.y().label(), "the source states no unit");
    }

    @Test
    void blandAltman_drawsTheBiasAndLimitsOfTheTable() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        ScatterChart chart = (ScatterChart) figure(DistributionsPage.of(comparison, ViewOptions.defaults()),
                "agreement-network1-right").chart();
        // case 1: mean of 24.02 and 27.56, their difference
        assertEquals(new Point((24.02 + 27.56) / 2, 27.56 - 24.02, "1"), chart.clouds().get(0).points().get(0));
        TableBlock table = StatisticsPage.of(comparison, ViewOptions.defaults())
                .table("automatic-against-manual-bland_altman");
        List<Double> row = table.rows().get(0).cells().stream().map(Cell::value).toList();
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        assertEquals(List.of(row.get(names.indexOf("Bias")), row.get(names.indexOf("Lower limit")),
                row.get(names.indexOf("Upper limit"))), chart.marks().stream().map(Mark::value).toList());
        assertEquals(row.get(names.indexOf("Bias, from")), chart.marks().get(0).lower());
    }

    @Test
    void aMeasureThatNoCaseHas_isSaid() throws GlomeraException {
        Page page = DistributionsPage.of(TestStudies.reference(folder), ViewOptions.defaults().withMeasure("dice"));
        assertTrue(page.blocks().stream().anyMatch(block -> block instanceof Paragraph text
                && text.text().startsWith("No case has a value of 'dice'.")));
    }
}
