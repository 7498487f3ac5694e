package org.glomera.ui.preferences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.glomera.chart.Palette;
import org.glomera.pipeline.viewing.ViewedCaseReader;

/**
 * The colours that delineations and networks have on the screen. Everything below the workbench speaks of the colours
 * of {@link Palette}; here each of them becomes the one that the user chose. So comparison, slice viewer and 3D view
 * agree, and a report or a figure that is written shows the same colours on every machine, whatever was set on it.
 *
 * @param manualCt what people drew on the CT, as 0xRRGGBB
 * @param manualSpect what people drew on the SPECT, as 0xRRGGBB
 * @param series the networks in their order, in place of {@link Palette#SERIES} and as many
 */
public record ScreenColours(int manualCt, int manualSpect, List<Integer> series) {

    /** Colour that stands for what people drew on the CT; the comparison draws manual in black, unseen on CT. */
    public static final int MANUAL_CT = ViewedCaseReader.MANUAL_CT;
    /** Colour that stands for what people drew on the SPECT. */
    public static final int MANUAL_SPECT = ViewedCaseReader.MANUAL_SPECT;

    /** Sets of colours to choose from. */
    public enum Choice {
        /** The colours that documents have. */
        OKABE_ITO("Okabe and Ito, as in reports (for any colour vision)"),
        /** Paul Tol's bright colours. */
        TOL("Tol, bright (for any colour vision)"),
        /** Each colour by itself. */
        OWN("My own colours");

        private final String title;

        Choice(String title) {
            this.title = title;
        }

        /** What it is called. */
        public String title() {
            return title;
        }
    }

    /** Copies the list, which is as long as {@link Palette#SERIES}. */
    public ScreenColours {
        series = List.copyOf(series);
        if (series.size() != Palette.SERIES.size()) {
            throw new IllegalArgumentException(series.size() + " colours for " + Palette.SERIES.size() + " networks");
        }
    }

    /** The colours that documents have. */
    public static ScreenColours ofDocuments() {
        return new ScreenColours(MANUAL_CT, MANUAL_SPECT, Palette.SERIES);
    }

    /** The colour on the screen of what has a colour of {@link Palette}; any other colour is its own. */
    public int of(int rgb) {
        return replaced().getOrDefault(rgb & 0xffffff, rgb & 0xffffff);
    }

    private Map<Integer, Integer> replaced() {
        Map<Integer, Integer> replaced = seriesReplaced();
        replaced.put(MANUAL_CT, manualCt);
        replaced.put(MANUAL_SPECT, manualSpect);
        return replaced;
    }

    /** The colours of networks in {@link Palette}, each with its colour on the screen. */
    public Map<Integer, Integer> seriesReplaced() {
        Map<Integer, Integer> replaced = new HashMap<>();
        for (int i = 0; i < series.size(); i++) {
            replaced.put(Palette.of(i), series.get(i));
        }
        return replaced;
    }
}
