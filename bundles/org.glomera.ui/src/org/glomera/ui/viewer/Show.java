package org.glomera.ui.viewer;

/** Which of a case's two images a picture shows. */
public enum Show {
    /** SPECT over CT. */
    FUSED("Fused", "SPECT over CT (F)"),
    /** CT alone. */
    CT("CT", "CT alone (C)"),
    /** SPECT alone. */
    SPECT("SPECT", "SPECT alone (S)"),
    /** CT on the left of a line that can be dragged, SPECT on its right. */
    CURTAIN("Curtain", "CT left of the line, SPECT right of it; drag the line (U)"),
    /** CT and SPECT by turns. */
    FLICKER("Flicker", "CT and SPECT by turns (K)");

    private final String title;
    private final String tooltip;

    Show(String title, String tooltip) {
        this.title = title;
        this.tooltip = tooltip;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What it does, with its key. */
    public String tooltip() {
        return tooltip;
    }
}
