package org.glomera.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG. */
public final class Pictures {

    private Pictures() {
    }

    /**
     * A picture as the bytes of a PNG file.
     *
     * @param argb one colour a pixel as 0xAARRGGBB, row by row from the top left
     * @param width number of pixels a row
     * @param height number of rows
     * @throws IllegalArgumentException when the number of pixels is not width times height
     */
    public static byte[] png(int[] argb, int width, int height) {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(argb.length + " pixels are no picture of " + width + " x " + height
                    + ".");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return png(image);
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("Every Java platform writes PNG.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail.", e);
        }
        return bytes.toByteArray();
    }
}
