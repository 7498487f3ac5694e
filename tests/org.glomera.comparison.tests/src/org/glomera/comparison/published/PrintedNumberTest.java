package org.glomera.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.glomera.comparison.published.PrintedNumber.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

    private static PrintedNumber number(String text) {
        return PrintedNumber.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"-9.21, -9.21, 2", "-6.000, -6, 3", "\u22121.5 %, -1.5, 1", "+14, 14, 0", "1.2e-3, 0.0012, 4"})
    void digits_areCountedAsPrinted(String text, double value, int decimals) {
        assertEquals(new PrintedNumber(value, decimals, Relation.EQUAL), number(text));
    }

    @Test
    void bounds_areReadWithAndWithoutP() {
        assertEquals(new PrintedNumber(0.05, 2, Relation.BELOW), number("<0.05"));
        assertEquals(new PrintedNumber(0.05, 2, Relation.BELOW), number("p < 0.05"));
        assertEquals(new PrintedNumber(0.1, 1, Relation.ABOVE), number("> 0.1"));
        assertEquals(new PrintedNumber(0.716, 3, Relation.EQUAL), number("p = 0.716"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n.s.", "1,5", "--1", "1.2.3", "NaN", "1e999",
            "0.00000000000000000000000000000000000000001"})
    void whatIsNoNumber_isNotUnderstood(String text) {
        assertEquals(Optional.empty(), PrintedNumber.parse(text));
    }

    @Test
    void aNumber_standsForAllThatRoundToIt() {
        // 10.8 stands for 10.75 to 10.85
        assertTrue(number("10.8").admits(Range.exact(10.757)));
        assertTrue(number("10.8").admits(Range.exact(10.85)));
        assertFalse(number("10.8").admits(Range.exact(10.7499)));
        assertFalse(number("10.8").admits(Range.exact(10.8501)));
        // 10.80 for 10.795 to 10.805 only
        assertFalse(number("10.80").admits(Range.exact(10.79)));
    }

    @Test
    void aBound_holdsForWhatIsBeyondIt() {
        assertTrue(number("<0.05").admits(Range.exact(0.0499)));
        assertFalse(number("<0.05").admits(Range.exact(0.05)));
        assertTrue(number(">0.05").admits(Range.exact(0.0501)));
        assertFalse(number(">0.05").admits(Range.exact(0.05)));
    }
}
