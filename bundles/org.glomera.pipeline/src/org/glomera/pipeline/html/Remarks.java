package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableRow;

/** The remarks of a table's cells, each once, numbered in the order of reading. */
final class Remarks {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The remarks of a table. */
    static Remarks of(TableBlock table) {
        Remarks remarks = new Remarks();
        for (TableRow row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (!cell.remark().isBlank()) {
                    remarks.numbers.putIfAbsent(cell.remark(), remarks.numbers.size() + 1);
                }
            }
        }
        return remarks;
    }

    /** How many there are. */
    int size() {
        return numbers.size();
    }

    /** The number of a cell's remark as letters behind the text: a, b, …; empty without one. */
    String mark(Cell cell) {
        Integer number = numbers.get(cell.remark());
        return number == null ? "" : letters(number);
    }

    /** The remarks in order, each behind its mark. */
    List<String> listed() {
        List<String> listed = new ArrayList<>();
        numbers.forEach((remark, number) -> listed.add(letters(number) + " " + remark));
        return listed;
    }

    /** 1 is a, 26 is z, 27 is aa. */
    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / 26) {
            text.insert(0, (char) ('a' + (left - 1) % 26));
        }
        return text.toString();
    }
}
