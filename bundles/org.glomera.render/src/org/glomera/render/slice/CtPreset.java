package org.glomera.render.slice;

/** The usual windows for CT, in Hounsfield units. */
public enum CtPreset {
    /** Soft tissue: width 400, level 40. */
    SOFT_TISSUE("Soft tissue", 40, 400),
    /** Abdomen: width 350, level 50. */
    ABDOMEN("Abdomen", 50, 350),
    /** Kidneys, which differ little from their surroundings without contrast medium: width 250, level 30. */
    KIDNEY("Kidney", 30, 250),
    /** Liver: width 150, level 60. */
    LIVER("Liver", 60, 150),
    /** Bone: width 1800, level 400. */
    BONE("Bone", 400, 1800),
    /** Lung: width 1500, level -600. */
    LUNG("Lung", -600, 1500),
    /** Everything from air to dense bone: width 3000, level 500. */
    WHOLE_RANGE("Whole range", 500, 3000);

    private final String title;
    private final Window window;

    CtPreset(String title, double centre, double width) {
        this.title = title;
        this.window = new Window(centre, width);
    }

    /** What the preset is called. */
    public String title() {
        return title;
    }

    /** The window. */
    public Window window() {
        return window;
    }
}
