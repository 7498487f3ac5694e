package org.glomera.ui.scene;

/** How surfaces are shared among panes. */
enum Arrangement {
    /** All surfaces in one picture. */
    TOGETHER("All in One", "All surfaces in one picture"),
    /** One picture for people's surfaces, one for each network. */
    MANUAL_AND_NETWORKS("Manual and Networks", "People's surfaces in one picture, each network in one of its own"),
    /** One picture for each network. */
    NETWORKS("Networks", "Each network in a picture of its own");

    private final String title;
    private final String tooltip;

    Arrangement(String title, String tooltip) {
        this.title = title;
        this.tooltip = tooltip;
    }

    /** What it is called. */
    String title() {
        return title;
    }

    /** What it does. */
    String tooltip() {
        return tooltip;
    }
}
