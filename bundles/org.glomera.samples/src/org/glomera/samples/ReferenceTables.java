package org.glomera.samples;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The reference study's tables as they lie in this bundle: texts, exactly as printed. Stateless. */
final class ReferenceTables {

    private static final String FOLDER = "/reference/";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

    /**
     * A row of tables A to C.
     *
     * @param network {@code 1} to {@code 3}
     * @param caseId {@code 1} to {@code 15}
     * @param side {@code right} or {@code left}
     * @param manual activity concentration under the manual delineation; the source states no unit
     * @param automatic the same under the network's delineation
     * @param printedDifferencePercent automatic less manual in percent of manual, as printed
     */
    record Kidney(String network, String caseId, String side, String manual, String automatic,
            String printedDifferencePercent) {
    }

    /** A row of table D. */
    record Epoch(String network, int epoch, double trainingDice, double testDice) {
    }

    /** A row of table 1, with the Dice coefficients that the text quotes. */
    record Network(String number, String modalities, String architecture, int inputChannels, int trainingImages,
            int testImages, int epochs, String optimiser, String loss, String printedTrainingDice,
            String printedTestDice) {
    }

    /** A figure that the source prints about tables A to C. */
    record Figure(String network, String side, String quantity, String value, String where) {
    }

    /** What a row becomes. */
    @FunctionalInterface
    private interface Row<T> {
        T of(Map<String, String> cells);
    }

    private ReferenceTables() {
    }

    static List<Kidney> kidneys() {
        return read("activity_concentration.csv", cells -> new Kidney(cells.get("network"), cells.get("case"),
                cells.get("side"), cells.get("manual"), cells.get("automatic"),
                cells.get("published_difference_percent")));
    }

    static List<Epoch> epochs() {
        return read("dice_by_epoch.csv", cells -> new Epoch(cells.get("network"),
                Integer.parseInt(cells.get("epoch")), Double.parseDouble(cells.get("training_dice")),
                Double.parseDouble(cells.get("test_dice"))));
    }

    static List<Network> networks() {
        return read("networks.csv", cells -> new Network(cells.get("network"), cells.get("modalities"),
                cells.get("architecture"), Integer.parseInt(cells.get("input_channels")),
                Integer.parseInt(cells.get("training_images")), Integer.parseInt(cells.get("test_images")),
                Integer.parseInt(cells.get("epochs")), cells.get("optimiser"), cells.get("loss"),
                cells.get("published_training_dice"), cells.get("published_test_dice")));
    }

    static List<Figure> figures() {
        return read("published_statistics.csv", cells -> new Figure(cells.get("printed_network"), cells.get("side"),
                cells.get("quantity"), cells.get("value"), cells.get("where")));
    }

    private static <T> List<T> read(String name, Row<T> row) {
        try (Reader in = new InputStreamReader(ReferenceTables.class.getResourceAsStream(FOLDER + name),
                StandardCharsets.UTF_8); CSVParser parser = CSVParser.parse(in, FORMAT)) {
            return parser.stream().map(record -> row.of(record.toMap())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " of the bundle cannot be read.", e);
        }
    }
}
