package org.glomera.ui;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.glomera.chart.Contrast;
import org.glomera.chart.Marker;
import org.glomera.chart.Scheme;
import org.glomera.ui.preferences.Settings;

/**
 * The theme of the window, light or dark, for what draws itself. Only on the UI thread. A theme that is chosen in the
 * preferences is whole after a restart, as the platform says there.
 */
public final class Theme {

    /** The platform's key for a widget that its style sheets leave as it is. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private static final String THEMES = "org.eclipse.e4.ui.css.swt.theme";
    private static final String THEME_ID = "themeid";
    /** The colours of tables and trees in the platform's dark theme. */
    private static final Color DARK_GROUND = new Color(0x2f, 0x2f, 0x2f);
    private static final Color DARK_INK = new Color(0xee, 0xee, 0xee);

    private Theme() {
    }

    /** Whether words are light on a dark ground. */
    public static boolean isDark(Display display) {
        return !Contrast.isLight(rgb(ground(display).getRGB()));
    }

    /** What tables, trees and pages stand on. */
    public static Color ground(Display display) {
        return isDarkChosen() ? DARK_GROUND : display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    }

    /** The colour of words on it. */
    public static Color ink(Display display) {
        return isDarkChosen() ? DARK_INK : display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    }

    /**
     * Whether the platform's dark theme is chosen. The first parts of a window are made before the system's colours
     * follow that theme, so they cannot be asked then.
     */
    private static boolean isDarkChosen() {
        return InstanceScope.INSTANCE.getNode(THEMES).get(THEME_ID, "").contains("dark");
    }

    /** Leaves a widget the colours that it is given here, whatever the style sheet says. */
    public static void keepColours(Widget widget) {
        widget.setData(UNSTYLED, true);
    }

    /** The colours of figures in this window, with those that the user chose for networks. */
    public static Scheme figures(Display display) {
        return Scheme.ofScreen(rgb(ground(display).getRGB()), Settings.ofWorkbench().colours().seriesReplaced());
    }

    /** The colour on the screen of what documents draw with a colour, such as a run's {@link Marker#rgb}. */
    public static int onScreen(int rgb) {
        return Settings.ofWorkbench().colours().of(rgb);
    }

    /** A colour as 0xRRGGBB. */
    public static int rgb(RGB colour) {
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }

    /** The colour of 0xRRGGBB. */
    public static RGB rgb(int rgb) {
        return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
