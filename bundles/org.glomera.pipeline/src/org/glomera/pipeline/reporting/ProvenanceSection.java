package org.glomera.pipeline.reporting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.evaluation.Summary;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.reporting.ReportData.Network;
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
                        + " that was not found has no activity concentration and is left out of that comparison.",
                "Quartiles by " + Summary.QUARTILE_RULE + "; standard deviation of the sample (n − 1).",
                String.join(" ", data.statistics().families().stream().map(family -> "Tests corrected together: "
                        + Character.toLowerCase(family.charAt(0)) + family.substring(1)).toList()))).toString();
    }

    String provenance() {
        Html html = new Html().section("provenance", "Provenance");
        html.raw("<div class=\"scroll\"><table><tbody>");
        row(html, "Study", data.study().info().name());
        row(html, "Made", data.study().info().created() + " with " + data.study().info().createdWith());
        data.study().info().notes().forEach((name, value) -> row(html, name, value));
        row(html, "Experiment", data.experiment().name() + ", measured " + data.experiment().created());
        html.raw("</tbody></table></div>");
        html.raw("<div class=\"scroll\"><table><thead><tr>" + Html.th("Network") + Html.th("Preset")
                + Html.thn("Seed") + Html.th("Versions") + Html.th("SHA-256 of the weights") + "</tr></thead><tbody>");
        data.networks().forEach(network -> html.raw(runRow(network)));
        html.raw("</tbody></table></div>");
        hashes(html);
        return html.toString();
    }

    private static void row(Html html, String name, String value) {
        html.raw("<tr>" + Html.td(name) + Html.td(value) + "</tr>");
    }

    private String runRow(Network network) {
        RunInfo run = network.run();
        String weights = data.experiment().inputHashes()
                .getOrDefault("runs/" + run.name() + "/weights.safetensors", "");
        String versions = String.join(", ", run.versions().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
        return "<tr><td class=\"w\">" + Html.escape(network.shortTitle()) + "</td>" + Html.td(run.preset()) + Html.tdn(String.valueOf(run.seed()))
                + Html.td(versions) + "<td><code>" + Html.escape(weights) + "</code></td></tr>";
    }

    private void hashes(Html html) {
        Map<String, String> all = new TreeMap<>(data.experiment().inputHashes());
        data.networks().forEach(network -> all.putAll(network.run().inputHashes()));
        html.raw("<details><summary>SHA-256 of every input (" + all.size() + " files; first " + SHORT_HASH
                + " digits, all stand in run.json and experiment.json)</summary><p><code>");
        all.forEach((path, hash) -> html.raw(Html.escape(hash.substring(0, Math.min(SHORT_HASH, hash.length())) + "  "
                + path) + "<br>"));
        html.raw("</code></p></details>");
    }
}
