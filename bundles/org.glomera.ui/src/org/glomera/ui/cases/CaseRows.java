package org.glomera.ui.cases;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows that pass a filter, in the order in which they are shown. Immutable.
 *
 * @param rows the rows
 */
record CaseRows(List<CaseRow> rows) {

    CaseRows {
        rows = List.copyOf(rows);
    }

    /**
     * Filters and sorts.
     *
     * @param filter words that a row must hold, each in any of its cells, whatever their case; blank to pass all
     * @param column by which is sorted; null leaves the order
     */
    static CaseRows of(List<CaseRow> all, String filter, CaseColumn column, boolean ascending) {
        String[] words = filter.isBlank() ? new String[0] : filter.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<CaseRow> passing = new ArrayList<>(all.stream().filter(row -> passes(row, words)).toList());
        if (column != null) {
            passing.sort(column.order(ascending));
        }
        return new CaseRows(passing);
    }

    private static boolean passes(CaseRow row, String[] words) {
        if (words.length == 0) {
            return true;
        }
        StringBuilder text = new StringBuilder();
        for (CaseColumn column : CaseColumn.values()) {
            text.append(column.text(row).toLowerCase(Locale.ROOT)).append('\n');
        }
        return Arrays.stream(words).allMatch(word -> text.indexOf(word) >= 0);
    }

    /** The rows as CSV with headings, numbers in whole precision. */
    String csv() {
        return print(CSVFormat.DEFAULT.builder().setRecordSeparator('\n').build(), CaseColumn::exact, true);
    }

    /** The rows as text separated by tabs, as they are shown. */
    String tsv(boolean withHeadings) {
        return print(CSVFormat.TDF.builder().setRecordSeparator('\n').build(), CaseColumn::text, withHeadings);
    }

    private String print(CSVFormat format, BiFunction<CaseColumn, CaseRow, String> cell, boolean withHeadings) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            if (withHeadings) {
                printer.printRecord(Arrays.stream(CaseColumn.values())
                        .map(column -> column.heading().replace('\n', ' ')).toArray());
            }
            for (CaseRow row : rows) {
                printer.printRecord(Arrays.stream(CaseColumn.values()).map(each -> cell.apply(each, row)).toArray());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing into memory does not fail.", e);
        }
        return text.toString();
    }

    /** The place of a case; -1 when it is not among the rows. */
    int placeOf(String caseId) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(caseId)) {
                return i;
            }
        }
        return -1;
    }
}
