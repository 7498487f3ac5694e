package org.glomera.dicom.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DataSetTest {

    /** Sixteen characters leave 10 digits beside sign and exponent (-1234567890E-309): half a unit of the tenth. */
    private static final double DECIMAL_RELATIVE_ERROR = 5e-10;

    @Test
    void decimalString_isAsShortAsTheNumberAllows() {
        assertEquals("0", DataSet.decimalString(0));
        assertEquals("0", DataSet.decimalString(-0.0));
        assertEquals("120", DataSet.decimalString(120));
        assertEquals("-0.5", DataSet.decimalString(-0.5));
    }

    @Test
    void decimalString_keepsSixteenCharacters() {
        // 1/3 with 14 digits after "0." is 16 characters; with a minus there is room for 13.
        assertEquals("0.33333333333333", DataSet.decimalString(1 / 3.0));
        assertEquals("-0.3333333333333", DataSet.decimalString(-1 / 3.0));
        // -1/3 of a millionth has room for 11 digits in front of E-17.
        assertEquals("-33333333333E-17", DataSet.decimalString(-1e-6 / 3));
    }

    @Test
    void decimalString_readsBackWithinTenDigits() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            String text = DataSet.decimalString(value);
            assertTrue(text.length() <= 16, text);
            assertEquals(value, Double.parseDouble(text), Math.abs(value) * DECIMAL_RELATIVE_ERROR, text);
        }
    }

    @Test
    void decimalString_refusesWhatIsNotFinite() {
        assertThrows(IllegalArgumentException.class, () -> DataSet.decimalString(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> DataSet.decimalString(Double.POSITIVE_INFINITY));
    }

    @Test
    void integerString_takesWholeNumbersOnly() {
        assertEquals(List.of("7"), new DataSet().put(Tag.SERIES_NUMBER, 7).texts(Tag.SERIES_NUMBER));
        assertThrows(IllegalArgumentException.class, () -> new DataSet().put(Tag.SERIES_NUMBER, 7.5));
    }

    @Test
    void numbers_comeFromDecimalStringsWithBlanks() {
        DataSet dataSet = new DataSet().put(Tag.PIXEL_SPACING, " 1.5", "2.25 ");
        assertArrayEquals(new double[] {1.5, 2.25}, dataSet.numbers(Tag.PIXEL_SPACING));
        assertThrows(NumberFormatException.class, () -> new DataSet().put(Tag.KVP, "high").number(Tag.KVP));
        assertThrows(NumberFormatException.class, () -> new DataSet().put(Tag.INSTANCE_NUMBER, "1.5")
                .integer(Tag.INSTANCE_NUMBER));
    }

    @Test
    void emptyElement_isThereWithoutValue() {
        DataSet dataSet = new DataSet().putEmpty(Tag.PATIENT_SEX, Tag.TABLE_HEIGHT);
        assertTrue(dataSet.has(Tag.PATIENT_SEX));
        assertTrue(dataSet.text(Tag.PATIENT_SEX).isEmpty());
        assertTrue(dataSet.number(Tag.TABLE_HEIGHT).isEmpty());
        assertFalse(dataSet.has(Tag.PATIENT_AGE));
    }

    @Test
    void form_ofTheTagIsEnforced() {
        assertThrows(IllegalArgumentException.class, () -> new DataSet().put(Tag.ROWS, "512"));
        assertThrows(IllegalArgumentException.class, () -> new DataSet().texts(Tag.PIXEL_DATA));
        assertThrows(IllegalArgumentException.class, () -> new DataSet().putBytes(Tag.ROWS, new byte[2]));
    }

    @Test
    void text_ofAPatientIsNotInToString() {
        assertEquals("DataSet[1 elements]", new DataSet().put(Tag.PATIENT_NAME, "Secret^Name").toString());
    }

    @Test
    void tags_areInAscendingOrderAndUnique() {
        // Data sets are written in the order of the enumeration, and PS3.5 section 7.1 asks for ascending tags.
        for (int i = 1; i < Tag.values().length; i++) {
            assertTrue(Integer.compareUnsigned(Tag.values()[i - 1].number(), Tag.values()[i].number()) < 0,
                    Tag.values()[i].name());
        }
        assertEquals(Tag.ROWS, Tag.of(0x00280010).orElseThrow());
        assertEquals("(7FE0,0010)", Tag.PIXEL_DATA.notation());
    }
}
