package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.PrepareReport.Exclusion;
import org.glomera.pipeline.html.Html;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Names;
import org.glomera.study.Role;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;

/** Which cases were imported and used, and which were left out and why. */
final class CohortSection {

    private static final int MOST_LEFT_OUT = 60;

    private final ReportData data;

    CohortSection(ReportData data) {
        this.data = data;
    }

    /** Whether anything is known about it. */
    boolean isKnown() {
        return data.networks().stream().anyMatch(network -> network.prepared().isPresent())
                || !data.experiment().excluded().isEmpty() || data.imported().isPresent();
    }

    String html() {
        Html html = new Html().section("cohort", "Cohort and exclusions");
        if (!data.cases().isEmpty()) {
            counts(html);
        }
        exclusions(html);
        data.imported().ifPresent(report -> leftOut(html, report));
        return html.toString();
    }

    private void counts(Html html) {
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("") + Html.thn("Imported"));
        data.networks().forEach(network -> html.raw(Html.thn("Used by " + network.shortTitle())));
        html.raw("</tr></thead><tbody>");
        for (Role role : List.of(Role.TRAINING, Role.TEST, Role.UNASSIGNED)) {
            for (Acquisition acquisition : Acquisition.values()) {
                cohortRow(html, role, acquisition);
            }
        }
        html.raw("</tbody></table></div>");
        data.networks().forEach(network -> network.run().ifPresent(run -> division(html, network, run)));
    }

    /** What became of the training cases where not all of them were learned from, and where the weights began. */
    private static void division(Html html, Network network, RunInfo run) {
        RunCases cases = run.cases();
        List<String> sentences = new ArrayList<>();
        if (!cases.equals(RunCases.ALL)) {
            sentences.add(cases.training().size() + " training cases were learned from.");
        }
        if (!cases.heldOut().isEmpty()) {
            sentences.add("Held out as its fold of a cross-validation: " + listed(cases.heldOut()) + ".");
        }
        if (!cases.validation().isEmpty()) {
            sentences.add(cases.validation().equals(cases.heldOut()) ? "The training was watched by the held-out cases."
                    : "Taken off to watch the training by (validation): " + listed(cases.validation()) + ".");
        }
        sentences.addAll(run.origin().inWords());
        if (!sentences.isEmpty()) {
            html.paragraph(network.shortTitle() + ": " + String.join(" ", sentences));
        }
    }

    private static String listed(List<String> ids) {
        return ids.size() + (ids.size() == 1 ? " case (" : " cases (") + String.join(", ", ids) + ")";
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
            List<String> used = new ArrayList<>();
            network.prepared().ifPresent(prepared -> {
                used.addAll(prepared.training());
                used.addAll(prepared.test());
            });
            long count = cases.stream().filter(info -> used.contains(info.id())).count();
            row.append(Html.tdn(count == 0 ? "–" : String.valueOf(count)));
        }
        html.raw(row.append("</tr>").toString());
    }

    private void exclusions(Html html) {
        Map<String, Map<String, List<String>>> networksByReason = new TreeMap<>(Names.NATURAL_ORDER);
        Map<String, String> roles = new TreeMap<>();
        for (Network network : data.networks()) {
            for (Exclusion exclusion : network.prepared().map(PrepareReport::excluded).orElse(List.of())) {
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
