package org.glomera.pipeline.preparing;

import java.util.List;
import java.util.Locale;

import org.glomera.chart.PictureSheet;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/** One axial slice of training images of one size: the CT in grey, the SPECT in orange over it, the mask as an outline. */
final class AugmentationSlice {

    static final int OUTLINE_RGB = 0x3ddc84;
    static final List<PictureSheet.Key> KEYS = List.of(new PictureSheet.Key(OUTLINE_RGB, "mask of the kidneys"));

    private static final int WIDTH_PX = 280;
    private static final List<String> FROM_THE_FEET = List.of("R", "L", "A", "P");
    private static final double STRONGEST_SPECT = 0.75;

    private final ImageFacts facts;
    private final int z;
    private final double mmPerPixel;
    private final int height;

    /** Takes the slice in which the mask is largest. */
    AugmentationSlice(ImageFacts facts, float[] mask) {
        this.facts = facts;
        this.mmPerPixel = facts.nx() * facts.spacingMm().x() / WIDTH_PX;
        this.height = (int) Math.max(1, Math.round(facts.ny() * facts.spacingMm().y() / mmPerPixel));
        int[] count = new int[facts.nz()];
        for (int i = 0; i < mask.length; i++) {
            count[i / (facts.nx() * facts.ny())] += mask[i] > 0 ? 1 : 0;
        }
        int largest = 0;
        for (int k = 1; k < count.length; k++) {
            largest = count[k] > count[largest] ? k : largest;
        }
        this.z = largest;
    }

    /** Which slice it is. */
    String inWords() {
        return String.format(Locale.ROOT, "Axial slice %d of %d, voxels of %.1f x %.1f x %.1f mm.", z + 1, facts.nz(),
                facts.spacingMm().x(), facts.spacingMm().y(), facts.spacingMm().z());
    }

    PictureSheet.Panel panel(String title, Sample sample) {
        int[] argb = new int[WIDTH_PX * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < WIDTH_PX; column++) {
                argb[row * WIDTH_PX + column] = isOutline(sample.mask(), column, row) ? 0xff000000 | OUTLINE_RGB
                        : colour(sample, index(column, row));
            }
        }
        return new PictureSheet.Panel(title, argb, WIDTH_PX, height, mmPerPixel, FROM_THE_FEET);
    }

    private int index(int column, int row) {
        int x = Math.min(facts.nx() - 1, column * facts.nx() / WIDTH_PX);
        int y = Math.min(facts.ny() - 1, row * facts.ny() / height);
        return x + facts.nx() * (y + facts.ny() * z);
    }

    private boolean isOutline(float[] mask, int column, int row) {
        return mask[index(column, row)] > 0 && (isBackground(mask, column - 1, row) || isBackground(mask, column + 1, row)
                || isBackground(mask, column, row - 1) || isBackground(mask, column, row + 1));
    }

    private boolean isBackground(float[] mask, int column, int row) {
        return column < 0 || row < 0 || column >= WIDTH_PX || row >= height || mask[index(column, row)] == 0;
    }

    private int colour(Sample sample, int at) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int c = facts.channels().size() - 1; c >= 0; c--) {
            ChannelFacts channel = facts.channels().get(c);
            double value = share(channel, sample.channels()[c][at]);
            if (channel.channel() == Channel.CT) {
                red = value + red * (1 - value);
                green = value + green * (1 - value);
                blue = value + blue * (1 - value);
            } else {
                double weight = STRONGEST_SPECT * Math.sqrt(value);
                red += (1 - red) * weight;
                green += (0.55 - green) * weight;
                blue -= blue * weight;
            }
        }
        return 0xff000000 | byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
    }

    private static double share(ChannelFacts channel, float value) {
        double range = (double) channel.highest() - channel.lowest();
        return range > 0 ? Math.min(1, Math.max(0, (value - channel.lowest()) / range)) : 0;
    }

    private static int byteOf(double share) {
        return (int) Math.round(255 * Math.min(1, Math.max(0, share)));
    }
}
