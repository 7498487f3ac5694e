package org.glomera.render.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows and colours. */
class ColourMapTest {

    /** A level of 256 is at most 1/512 away from the colour; three weights add up to 1. */
    private static final double ONE_LEVEL = 1;

    /** Whoever prints a picture without colours still sees which value is larger. */
    @ParameterizedTest
    @MethodSource("org.glomera.render.slice.ColourMap#ofImages")
    void brightness_neverTurns(ColourMap map) {
        double sign = map == ColourMap.INVERTED_GREY ? -1 : 1;
        for (int place = 1; place < 256; place++) {
            assertTrue(sign * (luma(map.at(place)) - luma(map.at(place - 1))) >= -ONE_LEVEL, map + " at " + place);
        }
        assertTrue(sign * (luma(map.at(255)) - luma(map.at(0))) > 150, map.title());
    }

    /** The sign is told by the hue, the size by the darkness: brightest in the middle, falling to both ends. */
    @Test
    void blueToRed_isBrightestInTheMiddle_blueBelow_redAbove() {
        ColourMap map = ColourMap.BLUE_RED;
        assertEquals(0x0b4fa8, map.at(0));
        assertEquals(0xc8251b, map.at(255));
        // 127.5 is e8e8e8; half a place from it towards 6fb1e8 or f2a07b, which are 63.75 places away
        assertEquals(0xe7e8e8, map.at(127));
        assertEquals(0xe8e7e7, map.at(128));
        for (int place = 1; place < 128; place++) {
            assertTrue(luma(map.at(place)) - luma(map.at(place - 1)) >= -ONE_LEVEL, "below " + place);
            assertTrue(luma(map.at(255 - place)) - luma(map.at(256 - place)) >= -ONE_LEVEL, "above " + place);
        }
    }

    /** Weights of ITU-R BT.709. */
    private static double luma(int rgb) {
        return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
    }

    /** The ends and the middle as matplotlib 3.11.2 has them: {@code to_hex(colormaps[name](i))}. */
    @Test
    void inferno_andViridis_areMatplotlibs() {
        assertEquals(0x000004, ColourMap.INFERNO.at(0));
        assertEquals(0xbc3754, ColourMap.INFERNO.at(128));
        assertEquals(0xfcffa4, ColourMap.INFERNO.at(255));
        assertEquals(0x440154, ColourMap.VIRIDIS.at(0));
        assertEquals(0x21918c, ColourMap.VIRIDIS.at(128));
        assertEquals(0xfde725, ColourMap.VIRIDIS.at(255));
    }

    @Test
    void aWindow_spreadsItsValuesOverTheColours() {
        Window soft = CtPreset.SOFT_TISSUE.window();
        assertEquals(-160, soft.lower());
        assertEquals(240, soft.upper());
        // (40 + 160) / 400 * 255 = 127.5, rounded up
        assertEquals(128, soft.place(40));
        // (-100 + 160) / 400 * 255 = 38.25
        assertEquals(38, soft.place(-100));
        assertEquals(0, soft.place(-1000));
        assertEquals(255, soft.place(3000));
    }

    @Test
    void aWindowWithoutWidth_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Window(40, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(40, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Window.between(5, 4));
    }
}
