package org.glomera.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class KidneysTest {

    @Test
    void both_holdsTheLabelsOfRightAndLeftAndNoOther() {
        assertEquals(List.of(Side.RIGHT, Side.LEFT), Kidneys.BOTH.sides());
        assertTrue(Kidneys.BOTH.hasLabel(1) && Kidneys.BOTH.hasLabel(2));
        assertFalse(Kidneys.BOTH.hasLabel(0) || Kidneys.BOTH.hasLabel(3));
        assertFalse(Kidneys.BOTH.isOne());
    }

    @Test
    void oneKidney_holdsItsOwnLabelAlone() {
        assertTrue(Kidneys.of(Side.LEFT).hasLabel(2));
        assertFalse(Kidneys.of(Side.LEFT).hasLabel(1));
        assertTrue(Kidneys.LEFT.isOne());
        assertEquals("the left kidney", Kidneys.LEFT.phrase());
    }

    @Test
    void words_areReadBackAndOthersAreRefused() {
        for (Kidneys kidneys : Kidneys.values()) {
            assertEquals(kidneys, Kidneys.ofWord(kidneys.word()));
        }
        assertThrows(IllegalArgumentException.class, () -> Kidneys.ofWord("middle"));
    }
}
