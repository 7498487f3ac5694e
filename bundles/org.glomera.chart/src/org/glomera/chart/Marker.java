package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * How a compared thing, for instance a run, looks in every figure, legend and table: its colour, its symbol, and the
 * dashes of its lines. Any one of the twelve of {@link #of} can be told from the others without seeing colours.
 *
 * @param rgb colour as 0xRRGGBB, usually of the {@link Palette}
 * @param shape symbol of its points
 * @param filled whether the symbol is filled; shapes of strokes alone are never filled
 * @param dash dashes of its lines
 */
public record Marker(int rgb, Shape shape, boolean filled, Dash dash) {

    /** Symbols. */
    public enum Shape {
        /** A disc or ring. */
        CIRCLE,
        /** A triangle that points upwards. */
        TRIANGLE_UP,
        /** A square that stands on its side. */
        SQUARE,
        /** A square that stands on its corner. */
        DIAMOND,
        /** A triangle that points downwards. */
        TRIANGLE_DOWN,
        /** A star of five points. */
        STAR,
        /** Two diagonal strokes. */
        CROSS,
        /** A horizontal and a vertical stroke. */
        PLUS
    }

    /** Dashes of lines. Equal short dashes are not among them: they tell lines of one thing apart. */
    public enum Dash {
        /** Without gaps. */
        SOLID,
        /** Long dashes with a dot between. */
        LONG_DASH_DOT,
        /** Long dashes with two dots between. */
        LONG_DASH_DOT_DOT
    }

    /** The markers in the order of {@link Palette#SERIES}. */
    public static final List<Marker> SERIES = List.of(
            new Marker(Palette.BLUE, Shape.CIRCLE, true, Dash.SOLID),
            new Marker(Palette.VERMILLION, Shape.TRIANGLE_UP, true, Dash.SOLID),
            new Marker(Palette.GREEN, Shape.SQUARE, true, Dash.SOLID),
            new Marker(Palette.ORANGE, Shape.DIAMOND, true, Dash.SOLID),
            new Marker(Palette.SKY_BLUE, Shape.TRIANGLE_DOWN, true, Dash.SOLID),
            new Marker(Palette.PURPLE, Shape.STAR, true, Dash.SOLID),
            new Marker(Palette.INDIGO, Shape.CROSS, false, Dash.LONG_DASH_DOT),
            new Marker(Palette.WINE, Shape.PLUS, false, Dash.LONG_DASH_DOT),
            new Marker(Palette.OLIVE, Shape.SQUARE, false, Dash.LONG_DASH_DOT),
            new Marker(Palette.BROWN, Shape.CIRCLE, false, Dash.LONG_DASH_DOT_DOT),
            new Marker(Palette.PINE, Shape.TRIANGLE_UP, false, Dash.LONG_DASH_DOT_DOT),
            new Marker(Palette.GREY, Shape.DIAMOND, false, Dash.LONG_DASH_DOT_DOT));

    /** Refuses a filled symbol of strokes alone. */
    public Marker {
        Objects.requireNonNull(shape);
        Objects.requireNonNull(dash);
        if (filled && (shape == Shape.CROSS || shape == Shape.PLUS)) {
            throw new IllegalArgumentException("A " + shape + " has nothing to fill.");
        }
    }

    /** The marker of the compared thing at a place, counted from 0; after the last one it begins again. */
    public static Marker of(int place) {
        return SERIES.get(Math.floorMod(place, SERIES.size()));
    }

    /** The marker of {@link #SERIES} that has a colour; for any other colour a disc and solid lines. */
    public static Marker ofColour(int rgb) {
        return SERIES.stream().filter(marker -> marker.rgb == (rgb & 0xffffff)).findFirst()
                .orElse(new Marker(rgb & 0xffffff, Shape.CIRCLE, true, Dash.SOLID));
    }
}
