package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.comparison.published.Agreement;
import org.glomera.comparison.published.CheckedFigure;
import org.glomera.comparison.published.CheckedFigure.Topic;
import org.glomera.comparison.published.PublishedFigures;
import org.glomera.study.CurvePoint;

/** What a publication prints about the experiment, beside what follows from its tables. */
public final class PublishedPage {

    private static final int DIGITS = 4;
    private static final int DICE_DIGITS = 4;
    private static final int LEAST_DIGITS_OF_RECOMPUTED = 3;
    private static final String RULE = "A printed number agrees when the recomputed one is not further from it than"
            + " half a unit of its last digit. Where the table of cases is rounded itself, each of its values stands"
            + " for a range; the recomputed figure then lies between the bounds that are shown, and a printed one"
            + " within them agrees within the table's rounding. Bounds of a standard deviation are the widest"
            + " possible ones. What a figure that differs may be is searched for among the same figure of other"
            + " networks and kidneys, other methods, and sums that leave one kidney out: a proposal, not a proof.";

    private PublishedPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        List<Block> blocks = new ArrayList<>();
        List<CheckedFigure> figures = PublishedFigures.check(comparison);
        if (figures.isEmpty()) {
            blocks.add(new Paragraph(Style.TEXT, "Nothing that was published is kept with this experiment."));
            return new Page("published", "Published and recomputed", blocks);
        }
        addSummary(comparison, of(Topic.SUMMARY, figures), blocks);
        addDice(comparison, of(Topic.DICE, figures), blocks);
        addCases(comparison, of(Topic.CASE, figures), blocks);
        blocks.add(new Paragraph(Style.NOTE, RULE));
        return new Page("published", "Published and recomputed", blocks);
    }

    private static List<CheckedFigure> of(Topic topic, List<CheckedFigure> figures) {
        return figures.stream().filter(figure -> figure.topic() == topic).toList();
    }

    private static void addSummary(Comparison comparison, List<CheckedFigure> figures, List<Block> blocks) {
        if (figures.isEmpty()) {
            return;
        }
        blocks.add(new Paragraph(Style.VERDICT, count(figures, "published summary figure")));
        findings(figures).forEach(finding -> blocks.add(new Paragraph(Style.TEXT, finding)));
        List<TableColumn> columns = List.of(TableColumn.text("Network"), TableColumn.text("Kidney"),
                TableColumn.text("Quantity"), TableColumn.text("Published"),
                TableColumn.number("Recomputed", "", DIGITS), TableColumn.text("Result"), TableColumn.text("Remark"),
                TableColumn.text("Recomputed as"), TableColumn.number("At least", "", DIGITS),
                TableColumn.number("At most", "", DIGITS), TableColumn.text("Where"));
        blocks.add(new TableBlock("published", "Summary figures", "", columns, figures.stream()
                .map(figure -> summaryRow(comparison, figure)).toList()));
    }

    /** A sentence for each kind of figure of which several differ. */
    private static List<String> findings(List<CheckedFigure> figures) {
        Map<String, List<CheckedFigure>> byKind = figures.stream()
                .filter(figure -> figure.agreement() == Agreement.DIFFERS).collect(Collectors.groupingBy(
                        figure -> figure.printed().quantity(), LinkedHashMap::new, Collectors.toList()));
        List<String> findings = new ArrayList<>();
        byKind.forEach((quantity, kind) -> {
            String explanation = kind.get(0).explanation();
            if (kind.size() > 1) {
                findings.add("\u201c" + quantity + "\u201d: " + kind.size() + " differ; " + (explanation.isEmpty()
                        ? "nothing that was tried gives them all." : "each is " + explanation + "."));
            }
        });
        return findings;
    }

    private static TableRow summaryRow(Comparison comparison, CheckedFigure figure) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(network(comparison, figure)),
                Cell.text(figure.printed().side()), Cell.text(figure.printed().quantity()),
                Cell.text(figure.printed().value())));
        cells.addAll(recomputed(figure));
        cells.add(Cell.text(figure.method()));
        cells.addAll(bounds(figure));
        cells.add(Cell.text(figure.printed().where()));
        return row(figure, cells);
    }

    /** The recomputed value, the result and why. */
    private static List<Cell> recomputed(CheckedFigure figure) {
        return List.of(Cell.number(figure.value(), digits(figure)), result(figure),
                Cell.text(figure.remark()));
    }

    private static List<Cell> bounds(CheckedFigure figure) {
        return List.of(bound(figure, figure.low()), bound(figure, figure.high()));
    }

    private static int digits(CheckedFigure figure) {
        return Math.max(LEAST_DIGITS_OF_RECOMPUTED, figure.decimals() + 2);
    }

    private static Cell bound(CheckedFigure figure, double value) {
        return figure.isRange() ? Cell.number(value, digits(figure)) : Cell.text("");
    }

    private static Cell result(CheckedFigure figure) {
        Tone tone = switch (figure.agreement()) {
            case AGREES, AGREES_WITHIN_ROUNDING -> Tone.AGREES;
            case DIFFERS -> Tone.DIFFERS;
            case NOT_COMPUTABLE -> Tone.MISSING;
        };
        double strength = figure.agreement() == Agreement.AGREES_WITHIN_ROUNDING ? 0.5 : 1;
        return Cell.text(figure.agreement().words()).with(tone, strength);
    }

    private static TableRow row(CheckedFigure figure, List<Cell> cells) {
        return new TableRow(cells, figure.caseId(), figure.runs().size() == 1 ? figure.runs().get(0) : "");
    }

    /** The network or the pair as the other pages call it, or as it is printed where that is neither. */
    private static String network(Comparison comparison, CheckedFigure figure) {
        List<String> titles = figure.runs().stream().flatMap(name -> comparison.run(name).stream())
                .map(ComparedRun::shortTitle).toList();
        boolean named = !titles.isEmpty() && titles.size() <= 2 && !figure.printed().network().equals("all");
        return named ? String.join(" and ", titles) : figure.printed().network();
    }

    private static String count(List<CheckedFigure> figures, String what) {
        Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
        figures.forEach(figure -> counts.merge(figure.agreement(), 1, Integer::sum));
        String parts = Arrays.stream(Agreement.values()).filter(counts::containsKey)
                .map(agreement -> counts.get(agreement) + " " + words(agreement, counts.get(agreement)))
                .collect(Collectors.joining(", "));
        return "Of " + figures.size() + " " + what + (figures.size() == 1 ? ", " : "s, ") + parts + ".";
    }

    private static String words(Agreement agreement, int count) {
        boolean one = count == 1;
        return switch (agreement) {
            case AGREES -> (one ? "agrees" : "agree") + " with the tables to the last printed digit";
            case AGREES_WITHIN_ROUNDING -> (one ? "agrees" : "agree") + " within the rounding of the tables";
            case DIFFERS -> one ? "does not follow from them" : "do not follow from them";
            case NOT_COMPUTABLE -> "cannot be computed from them";
        };
    }

    private static void addDice(Comparison comparison, List<CheckedFigure> figures, List<Block> blocks) {
        if (figures.isEmpty()) {
            return;
        }
        blocks.add(new Paragraph(Style.HEADING, "Dice coefficients"));
        blocks.add(new Paragraph(Style.TEXT, count(figures, "published Dice coefficient")
                + epochs(comparison, figures)));
        List<TableColumn> columns = List.of(TableColumn.text("Network"), TableColumn.text("Quantity"),
                TableColumn.text("Published"), TableColumn.number("Reported epoch", "", 0),
                TableColumn.number("Dice at the reported epoch", "", DICE_DIGITS),
                TableColumn.number("Best epoch by test Dice", "", 0),
                TableColumn.number("Dice at the best epoch", "", DICE_DIGITS), TableColumn.text("Result"),
                TableColumn.text("Epochs that round to it"), TableColumn.text("Remark"), TableColumn.text("Where"));
        blocks.add(new TableBlock("published-dice", "", "", columns, figures.stream()
                .map(figure -> diceRow(comparison, figure)).toList()));
    }

    /** The epochs that fit every printed Dice coefficient of a network. */
    private static String epochs(Comparison comparison, List<CheckedFigure> figures) {
        List<String> sentences = new ArrayList<>();
        figures.stream().map(CheckedFigure::runs).filter(runs -> runs.size() == 1).distinct().forEach(runs -> {
            List<CheckedFigure> own = figures.stream().filter(figure -> figure.runs().equals(runs)).toList();
            List<Integer> fitting = new ArrayList<>(own.get(0).epochs());
            own.forEach(figure -> fitting.retainAll(figure.epochs()));
            sentences.add(network(comparison, own.get(0)) + ": " + (fitting.isEmpty() ? "none"
                    : fitting.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        });
        return sentences.isEmpty() ? "" : " Epochs that fit all that is printed of a network: "
                + String.join("; ", sentences) + ".";
    }

    private static TableRow diceRow(Comparison comparison, CheckedFigure figure) {
        CurvePoint best = figure.runs().size() != 1 ? null : comparison.run(figure.runs().get(0))
                .flatMap(run -> run.curve().bestByTestDice()).orElse(null);
        int reported = figure.runs().size() != 1 ? 0 : comparison.run(figure.runs().get(0))
                .map(ComparedRun::reportedEpoch).orElse(0);
        boolean training = figure.printed().quantity().toLowerCase(Locale.ROOT).startsWith("training");
        return row(figure, List.of(Cell.text(network(comparison, figure)), Cell.text(figure.printed().quantity()),
                Cell.text(figure.printed().value()), Cell.number(reported == 0 ? Double.NaN : reported, 0),
                Cell.number(figure.value(), DICE_DIGITS),
                Cell.number(best == null ? Double.NaN : best.epoch(), 0),
                Cell.number(best == null ? Double.NaN : training ? best.trainingDice() : best.testDice(), DICE_DIGITS),
                result(figure), Cell.text(figure.epochs().stream().map(String::valueOf)
                        .collect(Collectors.joining(", "))), Cell.text(figure.remark()),
                Cell.text(figure.printed().where())));
    }

    private static void addCases(Comparison comparison, List<CheckedFigure> figures, List<Block> blocks) {
        if (figures.isEmpty()) {
            return;
        }
        blocks.add(new Paragraph(Style.HEADING, "Differences of single cases"));
        blocks.add(new Paragraph(Style.TEXT, count(figures, "published difference") + deviating(comparison, figures)));
        List<TableColumn> columns = List.of(TableColumn.text("Network"), TableColumn.text("Case"),
                TableColumn.text("Kidney"), TableColumn.text("Published (%)"),
                TableColumn.number("Recomputed", "%", DIGITS), TableColumn.text("Result"), TableColumn.text("Remark"),
                TableColumn.number("At least", "%", DIGITS), TableColumn.number("At most", "%", DIGITS));
        blocks.add(new TableBlock("published-cases", "", "", columns,
                figures.stream().map(figure -> caseRow(comparison, figure)).toList()));
    }

    private static String deviating(Comparison comparison, List<CheckedFigure> figures) {
        List<String> names = figures.stream().filter(figure -> figure.agreement() == Agreement.DIFFERS)
                .map(figure -> "case " + figure.caseId() + ", " + figure.printed().side() + " kidney, "
                        + network(comparison, figure) + " (" + figure.printed().value().replace('-', '\u2212')
                        + " printed, " + Numbers.fixed(figure.value(), figure.decimals()) + " follows)").toList();
        return names.isEmpty() ? "" : " Beyond all rounding: " + String.join("; ", names) + ".";
    }

    private static TableRow caseRow(Comparison comparison, CheckedFigure figure) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(network(comparison, figure)), Cell.text(figure.caseId()),
                Cell.text(figure.printed().side()), Cell.text(figure.printed().value())));
        cells.addAll(recomputed(figure));
        cells.addAll(bounds(figure));
        return row(figure, cells);
    }
}
