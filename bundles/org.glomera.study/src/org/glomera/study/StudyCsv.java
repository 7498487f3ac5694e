package org.glomera.study;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;

/**
 * The tables of a study, {@code curve.csv}, {@code cases.csv} and {@code remarks.csv}: comma, a header row, UTF-8, numbers as
 * {@link Double#toString(double)} writes them so that they are read back the same, an empty cell for NaN.
 */
public final class StudyCsv {

    static final int LARGEST_BYTES = 64 << 20;
    private static final int MOST_COLUMNS = 200;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
    private static final CSVFormat READING = FORMAT.builder().setIgnoreEmptyLines(true).build();
    private static final List<String> CURVE = List.of("epoch", "training_dice", "test_dice");
    private static final String VALIDATION = "validation_dice";
    private static final List<String> CASES = List.of("network", "case", "side", "manual", "automatic",
            "difference_percent", "dice", "volume_ml_manual", "volume_ml_automatic");

    private static final List<String> REMARKS = List.of("network", "case", "side", "metric", "remark");

    /** What a row becomes; an IllegalArgumentException's message says what is wrong with the row. */
    @FunctionalInterface
    private interface RowReader<T> {
        T read(CSVRecord row, List<String> header);
    }

    private StudyCsv() {
    }

    /**
     * Reads a learning curve, with or without the column of validation cases.
     *
     * @throws GlomeraException (input) when the file is missing or malformed; the message names file and line
     */
    public static Curve readCurve(Path file) throws GlomeraException {
        List<CurvePoint> points = read(file, CURVE, further -> further.isEmpty() || further.equals(List.of(VALIDATION)),
                (row, header) -> new CurvePoint(wholeNumber(row, 0), number(row, 1, header), number(row, 2, header),
                        header.size() > CURVE.size() ? number(row, CURVE.size(), header) : Double.NaN));
        try {
            return new Curve(points);
        } catch (IllegalArgumentException e) {
            throw malformed(file, e.getMessage(), e);
        }
    }

    /**
     * Writes a learning curve beside its place, then moves it there. A curve without validation cases has no column for
     * them.
     *
     * @throws GlomeraException when the file cannot be written; it is as it was then
     */
    public static void writeCurve(Path file, Curve curve) throws GlomeraException {
        List<String> header = new ArrayList<>(CURVE);
        if (curve.validated()) {
            header.add(VALIDATION);
        }
        List<List<String>> rows = curve.points().stream().map(point -> List.of(Integer.toString(point.epoch()),
                cell(point.trainingDice()), cell(point.testDice()), cell(point.validationDice()))
                .subList(0, header.size())).toList();
        write(file, header, rows);
    }

    static List<CaseResult> readCases(Path file) throws GlomeraException {
        return read(file, CASES, further -> true, StudyCsv::caseResult);
    }

    static void writeCases(Path file, List<CaseResult> results) throws GlomeraException {
        List<String> further = results.isEmpty() ? List.of() : List.copyOf(results.get(0).further().keySet());
        List<String> header = new ArrayList<>(CASES);
        header.addAll(further);
        List<List<String>> rows = new ArrayList<>();
        for (CaseResult result : results) {
            if (!result.further().keySet().equals(results.get(0).further().keySet())) {
                throw new IllegalArgumentException("Case " + result.caseId() + " of " + result.network()
                        + " has other further metrics than the first row.");
            }
            List<String> row = new ArrayList<>(List.of(result.network(), result.caseId(), result.kidneys().word(),
                    cell(result.manual()), cell(result.automatic()), cell(result.differencePercent()),
                    cell(result.dice()), cell(result.volumeMlManual()), cell(result.volumeMlAutomatic())));
            further.forEach(name -> row.add(cell(result.further().get(name))));
            rows.add(row);
        }
        write(file, header, rows);
    }

    static List<CaseRemark> readRemarks(Path file) throws GlomeraException {
        return read(file, REMARKS, List::isEmpty, (row, header) -> new CaseRemark(row.get(0), row.get(1),
                Kidneys.ofWord(row.get(2)), row.get(3), row.get(4)));
    }

    static void writeRemarks(Path file, List<CaseRemark> remarks) throws GlomeraException {
        write(file, REMARKS, remarks.stream().map(remark -> List.of(remark.network(), remark.caseId(),
                remark.kidneys().word(), remark.metric(), remark.remark())).toList());
    }

    private static CaseResult caseResult(CSVRecord row, List<String> header) {
        double[] values = new double[header.size()];
        for (int i = 3; i < values.length; i++) {
            values[i] = number(row, i, header);
        }
        Map<String, Double> further = new LinkedHashMap<>();
        for (int i = CASES.size(); i < values.length; i++) {
            further.put(header.get(i), values[i]);
        }
        return new CaseResult(row.get(0), row.get(1), Kidneys.ofWord(row.get(2)), values[3], values[4], values[5],
                values[6], values[7], values[8], further);
    }

    private static <T> List<T> read(Path file, List<String> columns, Predicate<List<String>> furtherAllowed, RowReader<T> reader)
            throws GlomeraException {
        String text = BoundedFiles.readText(file, LARGEST_BYTES);
        List<T> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), READING)) {
            List<String> header = null;
            for (CSVRecord row : parser) {
                if (header == null) {
                    header = header(file, row, columns, furtherAllowed);
                } else {
                    rows.add(readRow(file, row, header, reader, parser.getCurrentLineNumber()));
                }
            }
            if (header == null) {
                throw malformed(file, "it is empty, even its header is missing", null);
            }
        } catch (IOException | UncheckedIOException e) {
            throw malformed(file, "it is not valid CSV", e);
        }
        return rows;
    }

    private static List<String> header(Path file, CSVRecord row, List<String> columns, Predicate<List<String>> furtherAllowed)
            throws GlomeraException {
        List<String> header = Arrays.asList(row.values());
        boolean fits = header.size() >= columns.size() && header.size() <= MOST_COLUMNS
                && header.subList(0, columns.size()).equals(columns)
                && furtherAllowed.test(header.subList(columns.size(), header.size()));
        if (!fits) {
            throw malformed(file, "its header is not " + String.join(",", columns), null);
        }
        if (header.stream().distinct().count() != header.size() || header.stream().anyMatch(String::isBlank)) {
            throw malformed(file, "a column of its header has no name or the name of another", null);
        }
        return header;
    }

    private static <T> T readRow(Path file, CSVRecord row, List<String> header, RowReader<T> reader, long line)
            throws GlomeraException {
        if (row.size() != header.size()) {
            throw malformed(file, "line " + line + " has " + row.size() + " cells, its header " + header.size(), null);
        }
        try {
            return reader.read(row, header);
        } catch (IllegalArgumentException e) {
            throw malformed(file, "line " + line + ": " + e.getMessage().replaceFirst("\\.$", ""), e);
        }
    }

    private static int wholeNumber(CSVRecord row, int column) {
        try {
            return Integer.parseInt(row.get(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + row.get(column) + "' is no whole number", e);
        }
    }

    private static double number(CSVRecord row, int column, List<String> header) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(header.get(column) + " '" + cell + "' is no number", e);
        }
        throw new IllegalArgumentException(header.get(column) + " '" + cell
                + "' is no finite number; leave the cell empty where there is no value");
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static void write(Path file, List<String> header, List<List<String>> rows) throws GlomeraException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail.", e);
        }
        BoundedFiles.writeText(file, text.toString());
    }

    private static GlomeraException malformed(Path file, String problem, Exception cause) {
        return new GlomeraException(Kind.INPUT, "'" + file + "' cannot be used: " + problem
                + ". Correct or restore the file.", cause);
    }
}
