package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.PrepareReport.Exclusion;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;
import org.glomera.study.CurvePoint;
import org.glomera.study.Names;
import org.glomera.study.Role;

/** Verdict, networks and cohort. */
final class OverviewSections {

    private static final int MOST_LEFT_OUT = 60;

    private final ReportData data;

    OverviewSections(ReportData data) {
        this.data = data;
    }

    String verdict() {
        Html html = new Html();
        String verdict = data.statistics().verdict();
        int end = verdict.indexOf(". ");
        html.raw("<div class=\"verdict\"><p>" + Html.escape(end < 0 ? verdict : verdict.substring(0, end + 1)) + "</p>"
                + (end < 0 ? "" : "<p class=\"more\">" + Html.escape(verdict.substring(end + 2)) + "</p>") + "</div>");
        if (data.phantoms()) {
            html.raw("<div class=\"warning\"><p>These are computed phantoms, not patients. The numbers show that the"
                    + " program works and how methods compare on drawn anatomy; nothing here tells how well a network"
                    + " does in patients.</p></div>");
        } else {
            html.raw("<div class=\"warning\"><p>For research. These results are not a medical device's and are looked"
                    + " at by a person before any use.</p></div>");
        }
        html.raw("<div class=\"tiles\">");
        data.networks().forEach(network -> html.raw(tile(network)));
        return html.raw("</div>").toString();
    }

    private String tile(Network network) {
        List<CaseResult> rows = data.results(network);
        double dice = rows.stream().mapToDouble(CaseResult::dice).average().orElse(Double.NaN);
        double absolute = mean(rows, true);
        double signed = mean(rows, false);
        long missing = rows.stream().filter(row -> row.volumeMlAutomatic() == 0).count();
        return "<div class=\"tile\" style=\"--c:" + network.css() + "\"><h3>" + Html.escape(network.shortTitle())
                + "</h3><p class=\"what\">" + Html.escape(network.subtitle()) + "</p><dl>"
                + item("mean Dice, per kidney", Html.number(dice, 3), true)
                + item("mean absolute difference", Html.number(absolute, 1) + " %", true)
                + item("mean difference", Html.signed(signed, 1) + " %", false)
                + item("kidneys not found", missing + " of " + rows.size(), false) + "</dl></div>";
    }

    private static String item(String name, String value, boolean big) {
        return "<dt>" + Html.escape(name) + "</dt><dd" + (big ? " class=\"big\"" : "") + ">" + Html.escape(value)
                + "</dd>";
    }

    private static double mean(List<CaseResult> rows, boolean absolute) {
        return rows.stream().mapToDouble(CaseResult::differencePercent).filter(value -> !Double.isNaN(value))
                .map(value -> absolute ? Math.abs(value) : value).average().orElse(Double.NaN);
    }

    String networks() {
        Html html = new Html().section("networks", "Networks");
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Network") + Html.th("Images")
                + Html.th("Architecture") + Html.th("Input") + Html.thn("Training images") + Html.thn("Test images")
                + Html.thn("Epochs") + Html.th("Optimiser, loss") + Html.thn("Training Dice") + Html.thn("Test Dice")
                + "</tr></thead><tbody>");
        data.networks().forEach(network -> html.raw(networkRow(network)));
        html.raw("</tbody></table></div>");
        return html.note("Training and test Dice are means over cases of 2Σxy / (Σx² + Σy²) on the network's input grid,"
                + " both kidneys together, probabilities x against the mask y, after the reported (last) epoch. The Dice"
                + " coefficients elsewhere in this report are per kidney, on the image's own grid, after thresholding.")
                .toString();
    }

    private static String networkRow(Network network) {
        CurvePoint last = network.curve().at(network.run().reportedEpoch())
                .orElse(new CurvePoint(1, Double.NaN, Double.NaN));
        String images = network.settings().hybrid() ? "SPECT and CT"
                : network.settings().cases().contains(Acquisition.DIAGNOSTIC_CT) ? "CT of SPECT/CT, diagnostic CT"
                        : "CT of SPECT/CT";
        var training = network.settings().training();
        String optimiser = training.optimiser().name() + (training.momentum() > 0
                ? String.format(Locale.ROOT, ", %smomentum %.2g", training.nesterov() ? "Nesterov " : "",
                        training.momentum()) : "") + ", " + training.loss().name().charAt(0)
                + training.loss().name().substring(1).toLowerCase(Locale.ROOT) + " loss";
        List<Integer> size = network.settings().inputSize();
        return "<tr><td class=\"w\"><span class=\"key\" style=\"--c:" + network.css() + "\"></span>"
                + Html.escape(network.shortTitle()) + "</td>" + Html.td(images)
                + Html.td(network.run().architecture() + ", " + network.settings().filters() + " filters, "
                        + network.settings().levels() + " levels")
                + Html.td(size.get(0) + " × " + size.get(1) + " × " + size.get(2) + ", "
                        + network.settings().channels().size()
                        + (network.settings().channels().size() == 1 ? " channel" : " channels"))
                + Html.tdn(String.valueOf(network.run().trainingImages()))
                + Html.tdn(String.valueOf(network.run().testImages()))
                + Html.tdn(String.valueOf(network.run().epochsDone())) + Html.td(optimiser)
                + Html.tdn(Html.number(last.trainingDice(), 3)) + Html.tdn(Html.number(last.testDice(), 3)) + "</tr>";
    }

    String cohort() {
        Html html = new Html().section("cohort", "Cohort and exclusions");
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("") + Html.thn("Imported"));
        data.networks().forEach(network -> html.raw(Html.thn("Used by " + network.shortTitle())));
        html.raw("</tr></thead><tbody>");
        for (Role role : List.of(Role.TRAINING, Role.TEST, Role.UNASSIGNED)) {
            for (Acquisition acquisition : Acquisition.values()) {
                cohortRow(html, role, acquisition);
            }
        }
        html.raw("</tbody></table></div>");
        exclusions(html);
        data.imported().ifPresent(report -> leftOut(html, report));
        return html.toString();
    }

    private void cohortRow(Html html, Role role, Acquisition acquisition) {
        List<CaseInfo> cases = data.cases().stream()
                .filter(info -> info.role() == role && info.acquisition() == acquisition).toList();
        if (cases.isEmpty()) {
            return;
        }
        StringBuilder row = new StringBuilder("<tr>").append(Html.td((acquisition == Acquisition.SPECT_CT ? "SPECT/CT"
                : "Diagnostic CT") + ", " + role.word())).append(Html.tdn(String.valueOf(cases.size())));
        for (Network network : data.networks()) {
            List<String> used = new ArrayList<>(network.prepared().training());
            used.addAll(network.prepared().test());
            long count = cases.stream().filter(info -> used.contains(info.id())).count();
            row.append(Html.tdn(count == 0 ? "–" : String.valueOf(count)));
        }
        html.raw(row.append("</tr>").toString());
    }

    private void exclusions(Html html) {
        Map<String, Map<String, List<String>>> networksByReason = new TreeMap<>(Names.NATURAL_ORDER);
        Map<String, String> roles = new TreeMap<>();
        for (Network network : data.networks()) {
            for (Exclusion exclusion : network.prepared().excluded()) {
                roles.put(exclusion.caseId(), exclusion.role());
                networksByReason.computeIfAbsent(exclusion.caseId(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(exclusion.reason(), reason -> new ArrayList<>()).add(network.shortTitle());
            }
        }
        html.heading("Excluded cases");
        if (networksByReason.isEmpty()) {
            html.paragraph("No case had to be excluded.");
            return;
        }
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Case") + Html.th("Role")
                + Html.th("Why and for which networks") + "</tr></thead><tbody>");
        networksByReason.forEach((id, reasons) -> html.raw("<tr>" + Html.td(id) + Html.td(roles.get(id))
                + Html.td(String.join(" ", reasons.entrySet().stream().map(entry -> entry.getKey() + " ("
                        + String.join(", ", entry.getValue()) + ")").toList())) + "</tr>"));
        html.raw("</tbody></table></div>");
        data.experiment().excluded().forEach(excluded -> html.note("Test case " + excluded.caseId()
                + " was not measured. " + excluded.reason()));
    }

    private static void leftOut(Html html, ImportReport report) {
        List<LeftOutItem> faulty = report.leftOut().stream().filter(LeftOutItem::faulty).toList();
        long harmless = report.leftOut().size() - faulty.size();
        html.heading("Left out by the import");
        if (faulty.isEmpty()) {
            html.paragraph("Every image and delineation could be read" + (harmless == 0 ? "."
                    : "; " + harmless + " files that belong to no case were passed over."));
            return;
        }
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("File or series") + Html.th("Why")
                + "</tr></thead><tbody>");
        faulty.stream().limit(MOST_LEFT_OUT)
                .forEach(item -> html.raw("<tr>" + Html.td(item.what()) + Html.td(item.reason()) + "</tr>"));
        html.raw("</tbody></table></div>");
        if (faulty.size() > MOST_LEFT_OUT) {
            html.note((faulty.size() - MOST_LEFT_OUT) + " more stand in import.json.");
        }
    }
}
