package org.glomera.ui.comparison;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.glomera.chart.Contrast;
import org.glomera.ui.Theme;

/**
 * Fonts, colours and images of an editor, in a light and in a dark theme. They live as long as the control that it was
 * made for. Only on the UI thread.
 */
final class Look {

    private static final double DIM = 0.62;
    private static final double FAINT = 0.08;
    private static final RGB WARNING = new RGB(0xE6, 0x9F, 0x00);

    private final Display display;
    private final ResourceManager resources;
    private final Color back;
    private final Color ink;

    /** Makes the look of an editor; it is given back with the control. */
    Look(Control owner) {
        display = owner.getDisplay();
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
        back = Theme.ground(display);
        ink = Theme.ink(display);
    }

    /** What pages and tables stand on. */
    Color back() {
        return back;
    }

    /** The colour of words. */
    Color ink() {
        return ink;
    }

    /** The colour of captions. */
    Color dim() {
        return color(mix(back.getRGB(), ink.getRGB(), DIM));
    }

    /** The colour of thin lines. */
    Color line() {
        return color(mix(back.getRGB(), ink.getRGB(), FAINT));
    }

    /** What a warning stands on. */
    Color warning() {
        return color(mix(back.getRGB(), WARNING, 3 * FAINT));
    }

    /** A colour, kept as long as the editor. */
    Color color(RGB rgb) {
        return resources.create(ColorDescriptor.createFrom(rgb));
    }

    /** A colour given as 0xRRGGBB. */
    Color color(int rgb) {
        return color(Theme.rgb(rgb));
    }

    /** The colour of a cell that is toned. */
    Color tone(RGB tone, double strength) {
        return color(mix(back.getRGB(), tone, strength));
    }

    /** Black or white, whichever can be read better on a colour. */
    Color inkOn(RGB ground) {
        return display.getSystemColor(Contrast.isLight(Theme.rgb(ground)) ? SWT.COLOR_BLACK : SWT.COLOR_WHITE);
    }

    /** The dialogs' font, larger by some points and in a style such as {@link SWT#BOLD}. */
    Font font(int larger, int style) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(larger)
                .setStyle(style));
    }

    /** An image, kept as long as the editor. */
    Image image(ImageDescriptor descriptor) {
        return resources.create(descriptor);
    }

    /** Between two colours: 0 gives the one, 1 the other. */
    static RGB mix(RGB one, RGB other, double share) {
        return new RGB(mix(one.red, other.red, share), mix(one.green, other.green, share),
                mix(one.blue, other.blue, share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one + share * (other - one));
    }
}
