package org.glomera.ui.viewer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.glomera.render.slice.ColourMap;
import org.glomera.ui.Theme;

/** Shows the colours of a colour map from left to right. */
final class ColourBar extends Canvas {

    private static final int HEIGHT_PX = 14;

    private ColourMap colours;

    ColourBar(Composite parent, ColourMap colours) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.colours = colours;
        addListener(SWT.Paint, this::paint);
    }

    /** Shows other colours. */
    void setColours(ColourMap newColours) {
        if (newColours != colours) {
            colours = newColours;
            redraw();
        }
    }

    private void paint(Event event) {
        Point size = getSize();
        for (int x = 0; x < size.x; x++) {
            int rgb = colours.at(x * 255 / Math.max(1, size.x - 1));
            event.gc.setForeground(new Color(Theme.rgb(rgb)));
            event.gc.drawLine(x, 0, x, size.y);
        }
        event.gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        event.gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? HEIGHT_PX : widthHint, HEIGHT_PX);
    }
}
