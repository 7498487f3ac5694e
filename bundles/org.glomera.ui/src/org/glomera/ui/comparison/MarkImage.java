package org.glomera.ui.comparison;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.glomera.chart.Charts;
import org.glomera.chart.Drawing;
import org.glomera.chart.Marker;
import org.glomera.chart.Scheme;

/** The symbol and the colour of a run as a small image, for tables, legends and lists: the same that figures draw. */
final class MarkImage {

    private static final int SIZE_PX = 16;
    private static final int GAP_PX = 4;

    private MarkImage() {
    }

    /** The symbol of a marker, 16 pixels wide at usual resolution. */
    static ImageDescriptor of(Marker marker, Scheme scheme) {
        return ImageDescriptor.createFromImageDataProvider(zoom -> data(marker, SIZE_PX * zoom / 100, scheme));
    }

    /** The symbol on a transparent ground, with a gap to its right as words that follow it need. */
    static ImageData data(Marker marker, int sizePx, Scheme scheme) {
        Drawing drawn = Charts.sample(marker, sizePx, sizePx, 1, scheme);
        int gap = sizePx * GAP_PX / SIZE_PX;
        ImageData data = new ImageData(sizePx + gap, sizePx, 24, new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
        data.alphaData = new byte[data.width * data.height];
        for (int y = 0; y < sizePx; y++) {
            for (int x = 0; x < sizePx; x++) {
                int argb = drawn.argb()[y * sizePx + x];
                data.setPixel(x, y, argb & 0xffffff);
                data.setAlpha(x, y, argb >>> 24);
            }
        }
        return data;
    }
}
