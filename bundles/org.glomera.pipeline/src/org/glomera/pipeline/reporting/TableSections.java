package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.Summary;
import org.glomera.pipeline.evaluating.Statistics.Section;
import org.glomera.pipeline.evaluating.Statistics.Topic;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;

/** The table of cases and the tables of statistics. */
final class TableSections {

    private static final double BQ_PER_KBQ = 1000;

    private final ReportData data;

    TableSections(ReportData data) {
        this.data = data;
    }

    String cases() {
        Html html = new Html().section("cases", "Case by case");
        html.paragraph("Mean activity concentration on the SPECT image's grid, under the manual and under each network's"
                + " delineation, the difference of the two in percent of the manual one, and the Dice coefficient of the"
                + " delineations.");
        for (Side side : Side.values()) {
            html.heading(side == Side.RIGHT ? "Right kidney" : "Left kidney");
            caseTable(html, side);
        }
        return html.toString();
    }

    private void caseTable(Html html, Side side) {
        boolean moved = data.phantoms();
        StringBuilder groups = new StringBuilder("<tr class=\"groups\"><th></th>" + (moved ? "<th></th>" : "")
                + "<th class=\"n\">manual</th>");
        StringBuilder head = new StringBuilder("<tr>" + Html.th("Case") + (moved ? Html.thn("moved (mm)") : "")
                + Html.thn("kBq/ml"));
        for (Network network : data.networks()) {
            groups.append("<th class=\"first\" colspan=\"3\"><span class=\"key\" style=\"--c:").append(network.css())
                    .append("\"></span>").append(Html.escape(network.shortTitle())).append("</th>");
            head.append("<th class=\"n first\">kBq/ml</th>").append(Html.thn("diff. (%)"))
                    .append(Html.thn("Dice"));
        }
        html.raw("<div class=\"scroll\"><table class=\"wide\"><thead>" + groups + "</tr>" + head + "</tr></thead><tbody>");
        data.experiment().cases().forEach(id -> html.raw(caseRow(id, side, moved)));
        html.raw("</tbody><tfoot>" + meanRow(side, moved) + "</tfoot></table></div>");
    }

    private String caseRow(String id, Side side, boolean moved) {
        StringBuilder row = new StringBuilder("<tr>" + Html.td(id));
        if (moved) {
            double shift = shiftMm(data.requireCase(id), side);
            row.append(Html.tdn(shift < 0.05 ? "0" : Html.number(shift, 1)));
        }
        row.append(Html.tdn(data.result(data.networks().get(0), id, side)
                .map(result -> Html.number(result.manual() / BQ_PER_KBQ, 1)).orElse("–")));
        for (Network network : data.networks()) {
            Optional<CaseResult> result = data.result(network, id, side);
            if (result.isPresent() && result.get().volumeMlAutomatic() == 0) {
                row.append("<td class=\"miss first\" colspan=\"2\">not found</td>");
            } else {
                row.append("<td class=\"n first\">").append(result.map(r -> Html
                        .number(r.automatic() / BQ_PER_KBQ, 1)).orElse("–")).append("</td>")
                        .append(Html.tdn(result.map(r -> Html.signed(r.differencePercent(), 1)).orElse("–")));
            }
            row.append(Html.tdn(result.map(r -> Html.number(r.dice(), 3)).orElse("–")));
        }
        return row.append("</tr>").toString();
    }

    private String meanRow(Side side, boolean moved) {
        StringBuilder row = new StringBuilder("<tr>" + Html.td("Mean") + (moved ? "<td></td>" : "") + "<td></td>");
        for (Network network : data.networks()) {
            List<CaseResult> rows = data.results(network).stream().filter(result -> result.kidneys() == Kidneys.of(side)).toList();
            double[] differences = rows.stream().mapToDouble(CaseResult::differencePercent)
                    .filter(value -> !Double.isNaN(value)).toArray();
            double dice = Summary.of(rows.stream().mapToDouble(CaseResult::dice)
                    .filter(value -> !Double.isNaN(value)).toArray()).mean();
            row.append("<td class=\"n first\"></td>")
                    .append(Html.tdn(Html.signed(Summary.of(differences).mean(), 1)))
                    .append(Html.tdn(Html.number(dice, 3)));
        }
        return row.append("</tr>").toString();
    }

    private static double shiftMm(CaseInfo info, Side side) {
        double squares = 0;
        for (String axis : List.of("x", "y", "z")) {
            double shift = info.truth().getOrDefault(side.word() + "_shift_" + axis + "_mm", 0.0);
            squares += shift * shift;
        }
        return Math.sqrt(squares);
    }

    String statistics() {
        Html html = new Html().section("statistics", "Statistics");
        html.heading("Difference of activity concentration, automatic less manual, in percent of manual");
        summaries(html, Topic.DIFFERENCE_SUMMARY, 1);
        html.heading("Dice coefficient per kidney");
        summaries(html, Topic.DICE_SUMMARY, 3);
        method(html, Topic.DICE_SUMMARY);
        html.heading("Automatic against manual activity concentration");
        html.paragraph("Tested is whether a network measures systematically more or less than the manual delineation: the"
                + " paired differences of the activity concentration in Bq/ml, one a case.");
        tests(html, Topic.MANUAL_AUTOMATIC_TEST);
        if (!data.statistics().about(Topic.BETWEEN_NETWORKS_TEST).isEmpty()) {
            html.heading("Between networks");
            html.paragraph("Tested is whether one network errs more than another: the paired differences of the absolute"
                    + " percent difference from the manual activity concentration, one a case. A network that misses in"
                    + " both directions alike has no systematic difference, but errs.");
            tests(html, Topic.BETWEEN_NETWORKS_TEST);
        }
        return html.toString();
    }

    private void summaries(Html html, Topic topic, int decimals) {
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Network") + Html.th("Kidney") + Html.thn("n")
                + Html.thn("Mean") + Html.thn("SD") + Html.thn("Median") + Html.thn("Quartiles") + Html.thn("Range")
                + "</tr></thead><tbody>");
        for (Network network : data.networks()) {
            for (Section section : data.statistics().about(topic)) {
                section.result().rows().stream().filter(row -> row.of().equals(network.run().name()))
                        .forEach(row -> html.raw(summaryRow(network, section, row, decimals)));
            }
        }
        html.raw("</tbody></table></div>");
    }

    private static String summaryRow(Network network, Section section, Row row, int decimals) {
        return "<tr><td><span class=\"key\" style=\"--c:" + network.css() + "\"></span>"
                + Html.escape(network.shortTitle()) + "</td>" + Html.td(section.side())
                + Html.tdn(Html.number(row.value("n"), 0)) + Html.tdn(Html.number(row.value("mean"), decimals))
                + Html.tdn(Html.number(row.value("sd"), decimals))
                + Html.tdn(Html.number(row.value("median"), decimals))
                + Html.tdn(Html.number(row.value("q1"), decimals) + " to " + Html.number(row.value("q3"), decimals))
                + Html.tdn(Html.number(row.value("minimum"), decimals) + " to "
                        + Html.number(row.value("maximum"), decimals))
                + "</tr>";
    }

    private void tests(Html html, Topic topic) {
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Compared") + Html.th("Kidney")
                + Html.thn("Pairs") + Html.thn("Zeros") + Html.thn("W+") + Html.thn("W−") + Html.thn("p")
                + Html.thn("p (Holm)") + Html.th("Computed by") + "</tr></thead><tbody>");
        for (Section section : data.statistics().about(topic)) {
            section.result().rows().forEach(row -> html.raw(testRow(section, row)));
        }
        html.raw("</tbody></table></div>");
        method(html, topic);
    }

    private String testRow(Section section, Row row) {
        boolean significant = row.value("p_holm") < data.statistics().level();
        return "<tr><td class=\"w\">" + Html.escape(data.titleOf(row.of()) + " – " + data.titleOf(row.against()))
                + "</td>" + Html.td(section.side())
                + Html.tdn(Html.number(row.value("n"), 0)) + Html.tdn(Html.number(row.value("zeros"), 0))
                + Html.tdn(Html.number(row.value("w_plus"), 1)) + Html.tdn(Html.number(row.value("w_minus"), 1))
                + Html.tdn(Html.p(row.value("p"))) + "<td class=\"n" + (significant ? " sig" : "") + "\">"
                + Html.escape(Html.p(row.value("p_holm"))) + "</td>" + Html.td(String.join(" ", row.remarks())
                        .replaceFirst("^p value: ", ""))
                + "</tr>";
    }

    private void method(Html html, Topic topic) {
        List<Section> sections = data.statistics().about(topic);
        if (sections.isEmpty()) {
            return;
        }
        StatisticResult result = sections.get(0).result();
        List<String> sentences = new ArrayList<>();
        sentences.add(result.method() + ".");
        if (!result.assumptions().isEmpty()) {
            sentences.add("Assumed: " + String.join(" ", result.assumptions()));
        }
        if (result.rows().stream().anyMatch(row -> row.values().containsKey("p_holm"))) {
            sentences.add("Bold: below " + data.statistics().level() + " after correction.");
        }
        Map<Boolean, List<String>> remarks = sections.stream().flatMap(section -> section.result().rows().stream()
                .flatMap(row -> row.remarks().stream())).distinct().collect(Collectors.partitioningBy(remark -> remark
                        .startsWith("No value")));
        sentences.addAll(remarks.get(true));
        html.note(String.join(" ", sentences));
    }
}
