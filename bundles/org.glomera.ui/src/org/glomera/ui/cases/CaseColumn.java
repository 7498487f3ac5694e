package org.glomera.ui.cases;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.glomera.core.Side;
import org.glomera.study.CaseFile;
import org.glomera.study.Names;
import org.glomera.ui.Texts;
import org.glomera.ui.explorer.StudyTreeLabels;
import org.glomera.ui.model.Alignment;
import org.glomera.ui.model.ImageFacts;

/** A column of the table: its heading, its text and its order. */
enum CaseColumn {
    /** The case, beside its picture. */
    CASE("Case", 168, false, CaseRow::id),
    ROLE("Role", 80, false, row -> Texts.of(row.shown().info().role())),
    MODALITY("Modality", 96, false, row -> Texts.of(row.shown().info().acquisition())),
    CT("CT\nvoxels", 124, false, row -> size(row, CaseFile.CT)),
    CT_SPACING("CT spacing\nmm", 142, false, row -> spacing(row, CaseFile.CT)),
    SPECT("SPECT\nvoxels", 112, false, row -> size(row, CaseFile.SPECT)),
    SPECT_SPACING("SPECT spacing\nmm", 142, false, row -> spacing(row, CaseFile.SPECT)),
    ALIGNMENT("SPECT onto CT", 176, false, CaseColumn::alignment),
    VOIS("Kidneys\ndrawn on", 88, false, CaseColumn::vois),
    CT_RIGHT("Right, CT\nml", 84, row -> row.ml(CaseFile.KIDNEYS_CT, Side.RIGHT)),
    CT_LEFT("Left, CT\nml", 84, row -> row.ml(CaseFile.KIDNEYS_CT, Side.LEFT)),
    SPECT_RIGHT("Right, SPECT\nml", 112, row -> row.ml(CaseFile.KIDNEYS_SPECT, Side.RIGHT)),
    SPECT_LEFT("Left, SPECT\nml", 106, row -> row.ml(CaseFile.KIDNEYS_SPECT, Side.LEFT)),
    EXCLUDED("Left out of", 300, false, row -> StudyTreeLabels.reasons(row.shown().exclusions()));

    private static final String UNREADABLE = "unreadable";

    private final String heading;
    private final int widthPx;
    private final boolean isNumber;
    private final Function<CaseRow, String> text;
    private final ToDoubleFunction<CaseRow> number;

    CaseColumn(String heading, int widthPx, boolean isNumber, Function<CaseRow, String> text) {
        this.heading = heading;
        this.widthPx = widthPx;
        this.isNumber = isNumber;
        this.text = text;
        this.number = row -> Double.NaN;
    }

    CaseColumn(String heading, int widthPx, ToDoubleFunction<CaseRow> number) {
        this.heading = heading;
        this.widthPx = widthPx;
        this.isNumber = true;
        this.text = row -> Texts.number(number.applyAsDouble(row), 1);
        this.number = number;
    }

    private static String size(CaseRow row, CaseFile file) {
        return words(row, file, ImageFacts.Readable::size);
    }

    private static String spacing(CaseRow row, CaseFile file) {
        return words(row, file, ImageFacts.Readable::spacing);
    }

    private static String words(CaseRow row, CaseFile file, Function<ImageFacts.Readable, String> words) {
        if (!row.shown().info().has(file)) {
            return Texts.NONE;
        }
        ImageFacts.Readable readable = row.image(file);
        return readable != null ? words.apply(readable) : row.problem(file).isEmpty() ? "\u2026" : UNREADABLE;
    }

    private static String alignment(CaseRow row) {
        String words = row.shown().alignment().inWords();
        return !words.isEmpty() ? words : Alignment.canBe(row.shown().info()) ? "as imported" : Texts.NONE;
    }

    private static String vois(CaseRow row) {
        String found = row.shown().info().available().stream()
                .filter(file -> file == CaseFile.KIDNEYS_CT || file == CaseFile.KIDNEYS_SPECT)
                .map(file -> file == CaseFile.KIDNEYS_CT ? "CT" : "SPECT").collect(Collectors.joining(", "));
        return found.isEmpty() ? Texts.NONE : found;
    }

    String heading() {
        return heading;
    }

    int widthPx() {
        return widthPx;
    }

    boolean isNumber() {
        return isNumber;
    }

    String text(CaseRow row) {
        return text.apply(row);
    }

    /** Numbers in whole precision for other programs, empty where there is none; words as they are shown. */
    String exact(CaseRow row) {
        double value = number.applyAsDouble(row);
        return isNumber ? Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value)
                : text(row).equals(Texts.NONE) ? "" : text(row);
    }

    /** Numbers by size, words in natural order; what is not there last, whichever way it goes. */
    Comparator<CaseRow> order(boolean ascending) {
        if (isNumber) {
            Comparator<Double> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return Comparator.comparing((CaseRow row) -> Double.isNaN(number.applyAsDouble(row)))
                    .thenComparing(number::applyAsDouble, order);
        }
        Comparator<String> order = ascending ? Names.NATURAL_ORDER : Names.NATURAL_ORDER.reversed();
        return Comparator.comparing((CaseRow row) -> text(row).isEmpty() || text(row).equals(Texts.NONE))
                .thenComparing(this::text, order);
    }
}
