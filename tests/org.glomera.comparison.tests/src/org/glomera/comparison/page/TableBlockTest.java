package org.glomera.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.glomera.comparison.Numbers;
import org.junit.jupiter.api.Test;

/** How tables leave the program. */
class TableBlockTest {

    private static final TableBlock TABLE = new TableBlock("t", "", "", List.of(TableColumn.text("Case"),
            TableColumn.number("Difference", "%", 2).in("Network 1", "hybrid"), TableColumn.number("n", "", 0)),
            List.of(TableRow.of(List.of(Cell.text("a, \"b\""), Cell.number(1 / 3.0, 2), Cell.count(15))),
                    TableRow.of(List.of(Cell.text("c"), Cell.number(Double.NaN, 2), Cell.number(2.5, 0)))));

    @Test
    void csv_keepsTheWholePrecisionAndUnits() {
        assertEquals("Case,Network 1: Difference (%),n\r\n\"a, \"\"b\"\"\",0.3333333333333333,15\r\nc,,2.5\r\n",
                TABLE.csv());
    }

    @Test
    void wordsThatAreShownInPart_areWholeInTheCsv() {
        Cell cell = Cell.text("No value for case1, case2.", 12);
        assertEquals("No value for…", cell.text());
        assertEquals("Remarks\r\n\"No value for case1, case2.\"\r\n", new TableBlock("t", "", "",
                List.of(TableColumn.text("Remarks")), List.of(TableRow.of(List.of(cell)))).csv());
        assertEquals("and so on…", Cell.text("and so on…").whole());
    }

    @Test
    void tsv_isTheSameWithTabs() {
        assertEquals("Case\tNetwork 1: Difference (%)\tn\n\"a, \"\"b\"\"\"\t0.3333333333333333\t15\nc\t\t2.5\n",
                TABLE.tsv());
    }

    @Test
    void numbers_areShownWithRealMinusAndWithoutNegativeZero() {
        assertEquals("−1.25", Numbers.fixed(-1.25, 2));
        assertEquals("0.0", Numbers.signed(-0.04, 1));
        assertEquals("+0.1", Numbers.signed(0.06, 1));
        assertEquals("–", Numbers.fixed(Double.NaN, 3));
        // Python: '%.2f' % 1.005 is 1.00, since 1.005 is 1.00499999999999989... in binary; '%.1f' % 0.25 is 0.2
        assertEquals("1.00", Numbers.fixed(1.005, 2));
        assertEquals("0.2", Numbers.fixed(0.25, 1));
        assertEquals("12000000000", Numbers.fixed(1.2e10, 0));
        assertEquals("< 0.001", Numbers.p(0.0004));
        assertEquals("0.050", Numbers.p(0.05));
    }
}
