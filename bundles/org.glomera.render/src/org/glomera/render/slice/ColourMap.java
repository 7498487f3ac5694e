package org.glomera.render.slice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * 256 colours that values are shown with. Inferno and viridis are perceptually uniform and can be read by people with
 * any kind of colour vision; they are matplotlib's tables, which are in the public domain (CC0). The others are
 * computed.
 */
public enum ColourMap {
    /** From black to white, for CT. */
    GREY("Grey", i -> rgb(i, i, i)),
    /** From white to black, as nuclear medicine shows planar and SPECT images. */
    INVERTED_GREY("Inverted grey", i -> rgb(255 - i, 255 - i, 255 - i)),
    /** From black over red and yellow to white: red rises over the first third, then green, then blue. */
    HOT("Hot", i -> rgb(3 * i, 3 * i - 255, 3 * i - 510)),
    /** From black over violet and orange to light yellow, in perceptually even steps. */
    INFERNO("Inferno", "inferno.txt"),
    /** From dark violet over green to yellow, in perceptually even steps. */
    VIRIDIS("Viridis", "viridis.txt"),
    /** From blue over light grey to red, for numbers with two signs: grey is none. Not for images. */
    BLUE_RED("Blue to red", i -> between(i, 0x0b4fa8, 0x6fb1e8, 0xe8e8e8, 0xf2a07b, 0xc8251b));

    private static final int SIZE = 256;
    private static final int OPAQUE = 0xff000000;
    private static final List<ColourMap> IMAGES = List.of(GREY, INVERTED_GREY, HOT, INFERNO, VIRIDIS);

    private final String title;
    private final int[] colours;

    ColourMap(String title, IntUnaryOperator formula) {
        this.title = title;
        this.colours = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            colours[i] = OPAQUE | formula.applyAsInt(i);
        }
    }

    ColourMap(String title, String table) {
        this.title = title;
        this.colours = read(table);
    }

    /** The colour at a place between colours that stand at even distances, the last one at 255. */
    private static int between(int i, int... stops) {
        double place = i * (stops.length - 1) / (double) (SIZE - 1);
        int lower = Math.min(stops.length - 2, (int) place);
        double share = place - lower;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = stops[lower] >> shift & 0xff;
            int to = stops[lower + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return colour;
    }

    private static int rgb(int red, int green, int blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static int[] read(String table) {
        List<Integer> numbers = new ArrayList<>();
        try (InputStream in = ColourMap.class.getResourceAsStream(table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).flatMap(line -> List.of(line.split(" ")).stream())
                    .forEach(word -> numbers.add(OPAQUE | Integer.parseInt(word, 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (numbers.size() != SIZE) {
            throw new IllegalStateException(table + " holds " + numbers.size() + " colours");
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The colour maps that images are shown with, in the order of this enumeration. */
    public static List<ColourMap> ofImages() {
        return IMAGES;
    }

    /** What the colour map is called. */
    public String title() {
        return title;
    }

    /** The colour at a place from 0 to 255, as 0xRRGGBB. */
    public int at(int place) {
        return colours[place] & 0xffffff;
    }

    /** All colours as 0xFFRRGGBB, for loops over pixels; not to be written to. */
    int[] opaque() {
        return colours;
    }
}
