package org.glomera.ui;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Small squares of a colour for the lines of a table or tree, kept as long as it. Only on the UI thread. */
public final class Swatches {

    private static final int SIZE_PX = 14;

    private final Control owner;
    private final Map<Integer, Image> images = new HashMap<>();

    /** The squares of a table or tree. */
    public Swatches(Control owner) {
        this.owner = owner;
        owner.addListener(SWT.Dispose, event -> images.values().forEach(Image::dispose));
    }

    /** The square of a colour, 0xRRGGBB. */
    public Image of(int rgb) {
        return images.computeIfAbsent(rgb, this::draw);
    }

    private Image draw(int rgb) {
        Image image = new Image(owner.getDisplay(), SIZE_PX, SIZE_PX);
        GC gc = new GC(image);
        gc.setBackground(new Color(Theme.rgb(rgb)));
        gc.fillRectangle(0, 0, SIZE_PX, SIZE_PX);
        gc.setForeground(owner.getDisplay().getSystemColor(SWT.COLOR_DARK_GRAY));
        gc.drawRectangle(0, 0, SIZE_PX - 1, SIZE_PX - 1);
        gc.dispose();
        return image;
    }
}
