package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UidsTest {

    @Test
    void derived_isTheNameBasedUuidInDecimals() {
        // python3 -c "import hashlib,uuid; print(uuid.UUID(bytes=hashlib.md5(b'glomera\0seed\0study').digest(),
        //   version=3).int)"
        assertEquals("2.25.148228542537706078147468313224339022298", Uids.derived("seed", "study"));
    }

    @Test
    void derived_differsForOtherWordsAndOtherBorders() {
        assertNotEquals(Uids.derived("a", "bc"), Uids.derived("ab", "c"));
        assertNotEquals(Uids.derived("a"), Uids.derived("a", ""));
    }

    @Test
    void derived_isAValidIdentifier() {
        for (int i = 0; i < 1000; i++) {
            // PS3.5 section 9.1: at most 64 characters, no component begins with a zero.
            assertTrue(Uids.derived("x", Integer.toString(i)).matches("2\\.25\\.[1-9][0-9]{0,38}"));
        }
    }
}
