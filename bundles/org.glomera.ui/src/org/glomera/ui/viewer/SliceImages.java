package org.glomera.ui.viewer;

import java.nio.ByteBuffer;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.glomera.render.slice.SlicePicture;

/** Drawn slices as SWT's images. Any thread. */
public final class SliceImages {

    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);
    private static final int DEPTH = 32;

    private SliceImages() {
    }

    /** The pixels of a picture. */
    public static ImageData data(SlicePicture picture) {
        byte[] bytes = new byte[picture.argb().length * Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().put(picture.argb());
        return new ImageData(picture.view().widthPx(), picture.view().heightPx(), DEPTH, RGB, Integer.BYTES, bytes);
    }
}
