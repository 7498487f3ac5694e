package org.glomera.render.slice;

/**
 * Makes colours of two rows of values. The arithmetic, for each of red, green and blue: lower + (upper - lower) * alpha
 * / 255 rounded to the nearest, with alpha from 0 to 255.
 */
final class Mixer {

    /** Where no image has a value: not quite black, so that the edge of a field of view can be seen. */
    static final int BACKGROUND = 0xff14181c;

    private static final int OPAQUE = 0xff000000;
    /** {@link Mixing.Fused} is at full opacity from this place of the colour map on. */
    private static final double FULL_FROM = 255 / 4.0;

    private Mixer() {
    }

    /** The opacity of each place of a colour map when fused, 0 to 255. */
    static int[] opacities(Mixing.Fused fused) {
        int[] opacities = new int[256];
        for (int place = 0; place < opacities.length; place++) {
            opacities[place] = (int) Math.round(255 * fused.opacity() * Math.min(1, place / FULL_FROM));
        }
        return opacities;
    }

    /** Colours of one image. */
    static void paint(ImageLayer layer, float[] values, int from, int to, int[] argb, int offset) {
        double lower = layer.window().lower();
        double scale = 255 / layer.window().width();
        int[] colours = layer.colours().opaque();
        for (int x = from; x < to; x++) {
            float value = values[x];
            argb[offset + x] = Float.isNaN(value) ? BACKGROUND : colours[place(value, lower, scale)];
        }
    }

    /** Lays one image over what is there. */
    static void blend(ImageLayer layer, int[] opacities, float[] values, int from, int to, int[] argb, int offset) {
        double lower = layer.window().lower();
        double scale = 255 / layer.window().width();
        int[] colours = layer.colours().opaque();
        for (int x = from; x < to; x++) {
            float value = values[x];
            if (!Float.isNaN(value)) {
                int place = place(value, lower, scale);
                if (opacities[place] > 0) {
                    argb[offset + x] = over(argb[offset + x], colours[place], opacities[place]);
                }
            }
        }
    }

    /** As {@link Window#place}. */
    private static int place(float value, double lower, double scale) {
        double place = (value - lower) * scale + 0.5;
        return place <= 0 ? 0 : place >= 255 ? 255 : (int) place;
    }

    /** One opaque colour with another laid over it at an opacity of 0 to 255. */
    static int over(int below, int above, int alpha) {
        int rest = 255 - alpha;
        int red = ((below >> 16 & 0xff) * rest + (above >> 16 & 0xff) * alpha + 127) / 255;
        int green = ((below >> 8 & 0xff) * rest + (above >> 8 & 0xff) * alpha + 127) / 255;
        int blue = ((below & 0xff) * rest + (above & 0xff) * alpha + 127) / 255;
        return OPAQUE | red << 16 | green << 8 | blue;
    }
}
