package org.glomera.ui.registering;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.glomera.study.CaseRegistration;
import org.glomera.ui.Texts;

/** A column of the table of registrations. */
enum RegistrationColumn {
    /** The case. */
    CASE("Case", 96, false, RegistrationRow::id),
    STATE("State", 104, false, RegistrationRow::state),
    METHOD("Method", 180, false, row -> of(row, CaseRegistration::method)),
    SHIFT("Shift x, y, z\nmm", 150, true, row -> of(row, each -> three(each.shiftMm()))),
    ROTATION("Rotation x, y, z\n\u00b0", 140, true, row -> of(row, each -> three(each.rotationDegrees()))),
    BEFORE("Score\nbefore", 72, true, row -> of(row, each -> Texts.number(each.scoreBefore(), 4))),
    AFTER("Score\nafter", 72, true, row -> of(row, each -> Texts.number(each.scoreAfter(), 4))),
    DICE("Dice of kidneys\nbefore, after", 124, true, row -> of(row, RegistrationColumn::dice)),
    WARNINGS("Warnings", 520, false, row -> String.join(" ", row.warnings()));

    private final String heading;
    private final int widthPx;
    private final boolean isNumber;
    private final Function<RegistrationRow, String> text;

    RegistrationColumn(String heading, int widthPx, boolean isNumber, Function<RegistrationRow, String> text) {
        this.heading = heading;
        this.widthPx = widthPx;
        this.isNumber = isNumber;
        this.text = text;
    }

    private static String of(RegistrationRow row, Function<CaseRegistration, String> words) {
        return row.registration().map(words).orElse(Texts.NONE);
    }

    private static String three(List<Double> numbers) {
        return numbers.stream().map(each -> String.format(Locale.ROOT, "%.1f", Math.abs(each) < 0.05 ? 0 : each))
                .collect(Collectors.joining(", "));
    }

    private static String dice(CaseRegistration registration) {
        return Double.isNaN(registration.kidneysDiceAfter()) ? Texts.NONE
                : Texts.number(registration.kidneysDiceBefore(), 2) + ", "
                        + Texts.number(registration.kidneysDiceAfter(), 2);
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

    String text(RegistrationRow row) {
        return text.apply(row);
    }
}
