package org.glomera.chart;

import java.awt.Stroke;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.ScatterChart.Cloud;

/** What a chart's legend says. */
final class LegendEntries {

    static final int NO_BAND = -1;
    private static final String BETWEEN = ", ";

    /**
     * An entry: how the thing looks, and its name.
     *
     * @param name its name
     * @param marker its marker; null for a band or a mere text
     * @param stroke the stroke of its line; null for no line
     * @param symbol whether its symbol shows
     * @param bandRgb colour of a band; {@link #NO_BAND} for none
     */
    record Entry(String name, Marker marker, Stroke stroke, boolean symbol, int bandRgb) {

        static Entry text(String name) {
            return new Entry(name, null, null, false, NO_BAND);
        }

        Entry named(String newName) {
            return new Entry(newName, marker, stroke, symbol, bandRgb);
        }
    }

    private LegendEntries() {
    }

    static Set<Entry> of(LineChart chart) {
        boolean symbols = LineLayer.hasSymbols(chart);
        List<Line> named = chart.lines().stream().filter(line -> !line.name().isBlank()).toList();
        Set<Entry> entries = new LinkedHashSet<>();
        if (isFactored(named)) {
            addFactored(entries, named, symbols);
        } else {
            for (Line line : named) {
                entries.add(new Entry(named(line), line.marker(), LineLayer.stroke(line),
                        symbols && line.weight() == Weight.NORMAL, NO_BAND));
            }
        }
        for (Band band : chart.bands()) {
            if (!band.name().isBlank()) {
                entries.add(new Entry(band.name(), null, null, false, band.rgb()));
            }
        }
        return entries;
    }

    /**
     * Whether the lines are named {@code thing, kind} throughout, with one marker for each thing and one stroke for
     * each kind, and several of both: then a legend of the things and of the kinds is shorter than one of the lines.
     */
    private static boolean isFactored(List<Line> lines) {
        Map<String, Marker> things = new HashMap<>();
        Map<String, LineChart.Stroke> kinds = new HashMap<>();
        for (Line line : lines) {
            boolean alike = line.name().contains(BETWEEN) && line.weight() == Weight.NORMAL && !hasNoValues(line)
                    && things.computeIfAbsent(thing(line), name -> line.marker()).equals(line.marker())
                    && kinds.computeIfAbsent(kind(line), name -> line.stroke()) == line.stroke();
            if (!alike) {
                return false;
            }
        }
        return things.size() > 1 && kinds.size() > 1 && lines.size() == things.size() * kinds.size()
                && Set.copyOf(things.values()).size() == things.size()
                && Set.copyOf(kinds.values()).size() == kinds.size();
    }

    private static String thing(Line line) {
        return line.name().substring(0, line.name().lastIndexOf(BETWEEN));
    }

    private static String kind(Line line) {
        return line.name().substring(line.name().lastIndexOf(BETWEEN) + BETWEEN.length());
    }

    private static void addFactored(Set<Entry> entries, List<Line> lines, boolean symbols) {
        for (Line line : lines) {
            Stroke stroke = Symbols.stroke(line.marker().dash(), LineLayer.WIDTH);
            entries.add(new Entry(thing(line), line.marker(), stroke, symbols, NO_BAND));
        }
        Marker neutral = Marker.ofColour(Mark.NEUTRAL);
        for (Line line : lines) {
            Line sample = new Line("", neutral, line.stroke(), Weight.NORMAL, List.of(), List.of());
            entries.add(new Entry(kind(line), neutral, LineLayer.stroke(sample), false, NO_BAND));
        }
    }

    private static String named(Line line) {
        return named(line.name(), hasNoValues(line));
    }

    private static boolean hasNoValues(Line line) {
        return line.points().stream().allMatch(point -> Double.isNaN(point.y()));
    }

    static Set<Entry> of(ScatterChart chart) {
        Set<Entry> entries = new LinkedHashSet<>();
        for (Cloud cloud : chart.clouds()) {
            boolean none = cloud.points().stream().allMatch(point -> Double.isNaN(point.y()));
            if (!cloud.name().isBlank()) {
                entries.add(new Entry(named(cloud.name(), none), cloud.marker(), null, true, NO_BAND));
            }
        }
        if (chart.identity()) {
            entries.add(new Entry("identity", Marker.ofColour(Mark.NEUTRAL), FigureStyle.THIN_DASHED, false, NO_BAND));
        }
        return entries;
    }

    static Set<Entry> of(BoxChart chart) {
        Set<Entry> entries = new LinkedHashSet<>();
        for (Series series : chart.series()) {
            if (!series.name().isBlank()) {
                entries.add(new Entry(named(series.name(), series.boxes().isEmpty()), series.marker(), null, true,
                        NO_BAND));
            }
        }
        return entries;
    }

    private static String named(String name, boolean none) {
        return none ? name + " (no values)" : name;
    }
}
