package org.glomera.ui.welcome;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.glomera.ui.Theme;

/** Sizes and colours of the welcome page; colours follow those of the window's theme. Only on the UI thread. */
final class WelcomeLook {

    /** Width of a card that nothing else decides. */
    static final int CARD_PX = 300;

    private static final String SOFT = "org.glomera.ui.welcome.soft";
    private static final int ROUND_PX = 8;
    private static final RGB ACCENT = new RGB(31, 111, 125);
    private static final RGB ACCENT_ON_DARK = new RGB(120, 196, 208);

    private WelcomeLook() {
    }

    /** Gives a control the ground and the ink of the window's theme, whatever a style sheet says. */
    static void apply(Control control) {
        Theme.keepColours(control);
        control.setBackground(Theme.ground(control.getDisplay()));
        control.setForeground(Theme.ink(control.getDisplay()));
    }

    /** A label in these colours. */
    static Label label(Composite parent, String words, int style) {
        Label label = new Label(parent, style);
        apply(label);
        label.setText(words.replace("&", "&&"));
        return label;
    }

    /** Makes a label one that explains; it stays one when the theme changes. */
    static void soften(Label label) {
        label.setData(SOFT, true);
        label.setForeground(quiet(label));
    }

    /** Gives a control and all in it the colours of the theme again, which may have changed since. */
    static void reapply(Control control) {
        if (!(control instanceof Button) && !(control instanceof ProgressBar)) {
            apply(control);
        }
        if (control instanceof Label label && label.getData(SOFT) != null) {
            soften(label);
        } else if (control instanceof Link link) {
            link.setLinkForeground(new Color(accent(link)));
        } else if (control instanceof Composite group) {
            for (Control child : group.getChildren()) {
                reapply(child);
            }
        }
        control.redraw();
    }

    /** Draws the frame of a card over its whole area. */
    static void frame(GC gc, Rectangle area, Control card, boolean isHighlighted) {
        RGB back = card.getBackground().getRGB();
        RGB fore = card.getForeground().getRGB();
        RGB accent = accent(card);
        gc.setAntialias(SWT.ON);
        gc.setBackground(new Color(isHighlighted ? mixed(back, accent, 0.10) : back));
        gc.fillRoundRectangle(area.x, area.y, area.width - 1, area.height - 1, ROUND_PX, ROUND_PX);
        gc.setForeground(new Color(isHighlighted ? accent : mixed(back, fore, 0.20)));
        gc.drawRoundRectangle(area.x, area.y, area.width - 1, area.height - 1, ROUND_PX, ROUND_PX);
    }

    /** The colour of what draws the eye. */
    static RGB accent(Control control) {
        return Theme.isDark(control.getDisplay()) ? ACCENT_ON_DARK : ACCENT;
    }

    /** The colour of text that explains. */
    static Color quiet(Control control) {
        return new Color(mixed(control.getBackground().getRGB(), control.getForeground().getRGB(), 0.72));
    }

    /** A folder as a person writes it: with ~ for the home folder. */
    static String inWords(Path folder) {
        Path home = Path.of(System.getProperty("user.home"));
        return folder.startsWith(home) ? "~/" + home.relativize(folder) : folder.toString();
    }

    /** A mixture of two colours; a share of 0 is the first, of 1 the second. */
    static RGB mixed(RGB first, RGB second, double share) {
        return new RGB(mixed(first.red, second.red, share), mixed(first.green, second.green, share),
                mixed(first.blue, second.blue, share));
    }

    private static int mixed(int first, int second, double share) {
        return (int) Math.round(first + share * (second - first));
    }
}
