package org.glomera.render.vtk.scene;

import org.glomera.render.scene.ScenePicture;

/** Brings a picture that was drawn smaller to the size that was asked for. */
final class Enlarging {

    private Enlarging() {
    }

    /** The picture with each pixel mixed of its four nearest; the picture itself when it has the size. */
    static ScenePicture to(ScenePicture small, int width, int height) {
        if (small.width() == width && small.height() == height) {
            return small;
        }
        int[] argb = new int[width * height];
        int[] column = new int[width];
        int[] weight = new int[width];
        for (int x = 0; x < width; x++) {
            double at = Math.max(0, Math.min(small.width() - 1.0, (x + 0.5) * small.width() / width - 0.5));
            column[x] = (int) at;
            weight[x] = (int) ((at - column[x]) * 256);
        }
        for (int y = 0; y < height; y++) {
            double at = Math.max(0, Math.min(small.height() - 1.0, (y + 0.5) * small.height() / height - 0.5));
            int upper = (int) at * small.width();
            int lower = Math.min(small.height() - 1, (int) at + 1) * small.width();
            int down = (int) ((at - (int) at) * 256);
            for (int x = 0; x < width; x++) {
                int left = column[x];
                int right = Math.min(small.width() - 1, left + 1);
                int above = mix(small.argb()[upper + left], small.argb()[upper + right], weight[x]);
                int below = mix(small.argb()[lower + left], small.argb()[lower + right], weight[x]);
                argb[y * width + x] = 0xff000000 | mix(above, below, down);
            }
        }
        return new ScenePicture(width, height, argb);
    }

    /** Two colours mixed, 256 parts in all; red and blue at once, then green. */
    private static int mix(int one, int other, int partsOfOther) {
        int redBlue = (one & 0xff00ff) * (256 - partsOfOther) + (other & 0xff00ff) * partsOfOther >>> 8;
        int green = (one & 0xff00) * (256 - partsOfOther) + (other & 0xff00) * partsOfOther >>> 8;
        return redBlue & 0xff00ff | green & 0xff00;
    }
}
