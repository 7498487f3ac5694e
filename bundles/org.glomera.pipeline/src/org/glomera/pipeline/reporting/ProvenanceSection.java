package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.html.Html;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.RunInfo;

/** How it was done, and from what: enough to do it again. */
final class ProvenanceSection {

    private static final int SHORT_HASH = 16;

    private final ReportData data;

    ProvenanceSection(ReportData data) {
        this.data = data;
    }

    String methods() {
        Html html = new Html().section("methods", "How it was measured");
        return html.list(List.of(
                "Hybrid network: the CT is brought onto the SPECT image's grid, padded with air where it does not reach;"
                        + " both are resampled to the input size. Its masks are the delineations on the SPECT. Standard"
                        + " networks: the CT is resampled to the input size; their masks are the delineations on the"
                        + " CT.",
                "The network's probability is interpolated onto the image's own grid; a voxel belongs to a kidney from "
                        + Segmenter.THRESHOLD + " on. At most one connected piece a side is kept. Right and left are"
                        + " the patient's.",
                "Dice coefficient and volume are computed on that grid against that image's manual delineation, for"
                        + " each kidney by itself; a kidney that was not found counts with a Dice coefficient of 0.",
                "Activity concentration is always the mean of the SPECT image over the kidney on the SPECT image's grid."
                        + " The manual value is that under the delineation on the SPECT, the same for every network. A"
                        + " delineation on the CT is brought there by the share of each voxel that it covers. A kidney"
                        + " that was not found has no activity concentration and is left out of that comparison.")).toString();
    }

    /** Whether this program measured the results: those of another source are not described here. */
    boolean isMeasuredHere() {
        return !data.experiment().inputHashes().isEmpty();
    }

    String provenance() throws GlomeraException {
        Html html = new Html().section("provenance", "Provenance");
        html.raw("<div class=\"scroll\"><table><tbody>");
        row(html, "Study", data.study().info().name());
        row(html, "Made", data.study().info().created() + " with " + data.study().info().createdWith());
        data.study().info().notes().forEach((name, value) -> row(html, name, value));
        row(html, "Experiment", data.experiment().title() + ", measured " + data.experiment().created());
        html.raw("</tbody></table></div>");
        List<RunInfo> runs = data.networks().stream().map(Network::run).flatMap(Optional::stream).toList();
        if (!runs.isEmpty()) {
            html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Network") + Html.th("Preset")
                    + Html.thn("Seed") + Html.th("Versions") + Html.th("SHA-256 of the weights")
                    + "</tr></thead><tbody>");
            runs.forEach(run -> html.raw(runRow(run)));
            html.raw("</tbody></table></div>");
        }
        registrations(html);
        hashes(html, runs);
        return html.toString();
    }

    /** The cases whose SPECT was brought onto the CT, and how. */
    private void registrations(Html html) throws GlomeraException {
        List<String> rows = new ArrayList<>();
        for (CaseInfo info : data.cases()) {
            CaseRegistration.read(data.study(), info.id()).ifPresent(each -> rows.add(registration(info.id(), each)));
        }
        if (!rows.isEmpty()) {
            html.raw("<p>The SPECT of these cases, with what was drawn on it, was moved onto the CT; no voxel was changed."
                    + "</p><div class=\"scroll\"><table><thead><tr>" + Html.th("Case") + Html.th("Method")
                    + Html.thn("Shift, mm") + Html.thn("Rotation, \u00b0") + Html.thn("Score before")
                    + Html.thn("Score after") + Html.th("Warnings") + "</tr></thead><tbody>");
            rows.forEach(html::raw);
            html.raw("</tbody></table></div>");
        }
    }

    private static String registration(String caseId, CaseRegistration each) {
        return "<tr>" + Html.td(caseId) + Html.td(each.method()) + Html.tdn(number(each.distanceMm(), 1))
                + Html.tdn(number(each.angleDegrees(), 1)) + Html.tdn(number(each.scoreBefore(), 4))
                + Html.tdn(number(each.scoreAfter(), 4)) + Html.td(String.join(" ", each.warnings())) + "</tr>";
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static void row(Html html, String name, String value) {
        html.raw("<tr>" + Html.td(name) + Html.td(value) + "</tr>");
    }

    private String runRow(RunInfo run) {
        String weights = data.experiment().inputHashes()
                .getOrDefault("runs/" + run.name() + "/weights.safetensors", "");
        String versions = String.join(", ", run.versions().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
        return "<tr><td>" + Html.escape(run.title()) + "</td>" + Html.td(run.preset())
                + Html.tdn(String.valueOf(run.seed()))
                + Html.td(versions) + "<td><code>" + Html.escape(weights) + "</code></td></tr>";
    }

    private void hashes(Html html, List<RunInfo> runs) {
        Map<String, String> all = new TreeMap<>(data.experiment().inputHashes());
        runs.forEach(run -> all.putAll(run.inputHashes()));
        if (all.isEmpty()) {
            return;
        }
        html.raw("<details><summary>SHA-256 of every input (" + all.size() + " files; first " + SHORT_HASH
                + " digits, all stand in run.json and experiment.json)</summary><p><code>");
        all.forEach((path, hash) -> html.raw(Html.escape(hash.substring(0, Math.min(SHORT_HASH, hash.length())) + "  "
                + path) + "<br/>"));
        html.raw("</code></p></details>");
    }
}
