package org.glomera.comparison.page;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table.
 *
 * @param id short and safe in a file name, and the only one of its page
 * @param title what stands above it; may be empty
 * @param caption what must be known to read it; may be empty
 * @param columns its columns
 * @param rows its rows
 */
public record TableBlock(String id, String title, String caption, List<TableColumn> columns, List<TableRow> rows)
        implements Block {

    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").build();
    private static final CSVFormat TSV = CSVFormat.TDF.builder().setRecordSeparator("\n").setTrim(false)
            .setIgnoreSurroundingSpaces(false).build();

    /** Copies its lists and refuses rows of another length than the columns. */
    public TableBlock {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        caption = Words.unbroken(caption);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (TableRow row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("A row of the table " + id + " has " + row.cells().size()
                        + " cells for " + columns.size() + " columns.");
            }
        }
    }

    /**
     * The table as RFC 4180: a heading with unit a column, then the rows; numbers as {@link Double#toString(double)}
     * writes them, so that they are read back the same, and an empty cell where there is none.
     */
    public String csv() {
        return print(CSV);
    }

    /** The table for the clipboard: as {@link #csv()}, with tabs. */
    public String tsv() {
        return print(TSV);
    }

    private String print(CSVFormat format) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(columns.stream().map(TableColumn::fullHeading));
            for (TableRow row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    printer.print(exact(columns.get(i), row.cells().get(i)));
                }
                printer.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail.", e);
        }
        return text.toString();
    }

    private static String exact(TableColumn column, Cell cell) {
        if (column.kind() == TableColumn.Kind.TEXT) {
            return cell.whole();
        }
        double value = cell.value();
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = column.digits() == 0 && value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
