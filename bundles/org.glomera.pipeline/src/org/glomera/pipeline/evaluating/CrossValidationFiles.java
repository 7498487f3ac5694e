package org.glomera.pipeline.evaluating;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.CrossValidateResult.FoldFigures;
import org.glomera.pipeline.CrossValidateResult.Spread;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyJson;

/** The files of a cross-validation beside its {@code cases.csv}: {@code folds.csv} and {@code cross-validation.json}. */
final class CrossValidationFiles {

    private static final String CSV = "folds.csv";
    private static final String JSON = "cross-validation.json";
    private static final int FORMAT = 1;

    /** One fold as it is written. */
    record FoldFile(FoldFigures figures, List<String> heldOut) {
    }

    /** The whole as it is written. */
    record ResultFile(int format, String network, String title, List<FoldFile> folds, Spread dice,
            Spread absoluteDifferencePercent, List<String> remarks) {
    }

    private CrossValidationFiles() {
    }

    /**
     * Writes both files.
     *
     * @param runs the runs in the order of the folds
     */
    static void write(CrossValidateResult result, List<RunInfo> runs) throws GlomeraException {
        Path csv = result.folder().resolve(CSV);
        try {
            AtomicFiles.writeString(csv, table(result));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + csv + "' cannot be written: " + e.getMessage()
                    + ". Check the free space of the disk and your permission to write there.", e);
        }
        List<FoldFile> folds = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            folds.add(new FoldFile(result.folds().get(i), runs.get(i).cases().heldOut()));
        }
        StudyJson.write(result.folder().resolve(JSON), new ResultFile(FORMAT, result.network(), result.title(), folds,
                result.dice(), result.absoluteDifferencePercent(), result.remarks()));
    }

    private static String table(CrossValidateResult result) throws IOException {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader("fold", "run", "patients",
                "cases", "dice", "dice_right", "dice_left", "absolute_difference_percent", "kidneys_not_found").build();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            for (FoldFigures one : result.folds()) {
                csv.printRecord(one.fold(), one.run(), one.patients(), one.cases(), cell(one.dice()),
                        cell(one.diceRight()), cell(one.diceLeft()), cell(one.absoluteDifferencePercent()),
                        one.kidneysNotFound());
            }
        }
        return text.toString();
    }

    private static Object cell(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
