package org.glomera.pipeline.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.pipeline.reporting.SlicePicture.Outline;
import org.glomera.pipeline.work.SideBySide;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;
import org.glomera.study.ImageGrid;
import org.glomera.study.StudyFolder;

/**
 * A CT and a SPECT slice of every test case with the manual outline and those of the networks. Each picture shows the
 * slice in which the manual delineation on that image is largest, so the two lie in different places when the patient
 * moved in between.
 */
final class SlicesSection {

    private static final double CT_BLACK_HU = -160;
    private static final double CT_WHITE_HU = 240;
    private static final float AIR_HU = -1000;
    private static final int MANUAL_RGB = Palette.YELLOW;
    private static final int MANUAL_ON_LIGHT_RGB = Palette.BLACK;

    private final ReportData data;

    SlicesSection(ReportData data) {
        this.data = data;
    }

    String html(StageReporter reporter) throws GlomeraException {
        Html html = new Html().section("slices", "Test cases in pictures");
        html.paragraph("One axial slice each of the CT (window " + Html.number(CT_BLACK_HU, 0) + " to "
                + Html.number(CT_WHITE_HU, 0) + " HU, with the networks that segment the CT) and of the SPECT (dark where"
                + " the activity is high, up to the highest in the kidneys, with all networks), where the manual"
                + " delineation on that image is largest. The patient's right is at the left.");
        html.raw("<p class=\"legend\"><span class=\"item\"><span class=\"keyline\" style=\"--c:"
                + Palette.css(MANUAL_RGB) + "\"></span>manual, on the CT</span><span class=\"item\"><span"
                + " class=\"keyline\" style=\"--c:" + Palette.css(MANUAL_ON_LIGHT_RGB)
                + "\"></span>manual, on the SPECT</span>");
        data.networks().forEach(network -> html.raw("<span class=\"item\"><span class=\"keyline\" style=\"--c:"
                + network.css() + "\"></span>" + Html.escape(network.shortTitle()) + "</span>"));
        html.raw("</p>");
        int[] done = {0};
        List<String> ids = data.experiment().cases();
        for (String figure : SideBySide.all(ids, reporter, (id, monitor) -> {
            String made = figure(data.requireCase(id));
            synchronized (done) {
                done[0]++;
                reporter.tell("Pictures of case " + id, 0.1 + 0.85 * done[0] / ids.size());
            }
            return made;
        })) {
            html.raw(figure);
        }
        return html.toString();
    }

    private String figure(CaseInfo info) throws GlomeraException {
        StudyFolder study = data.study();
        Map<Network, LabelMap> automatic = new LinkedHashMap<>();
        for (Network network : data.networks()) {
            automatic.put(network, NiftiFiles.readLabelMap(study.segmentationFile(network.run().name(), info.id())));
        }
        StringBuilder pictures = new StringBuilder();
        if (info.has(CaseFile.CT) && info.has(CaseFile.KIDNEYS_CT)) {
            LabelMap manual = CaseImages.kidneys(study, info, CaseFile.KIDNEYS_CT);
            SlicePicture slice = SlicePicture.at(manual);
            String uri = slice.dataUri(CaseImages.ct(study, info), CT_BLACK_HU, CT_WHITE_HU, AIR_HU,
                    outlines(automatic, false, new Outline(manual, MANUAL_RGB)));
            pictures.append(picture(uri, "CT, z = " + Html.number(slice.zMm(), 0) + " mm", info.id()));
        }
        LabelMap manual = CaseImages.kidneys(study, info, CaseFile.KIDNEYS_SPECT);
        SlicePicture slice = SlicePicture.at(manual);
        Volume spect = CaseImages.spect(study, info);
        double largest = SlicePicture.largestWithin(spect, manual);
        String uri = slice.dataUri(spect, largest, 0, 0,
                outlines(automatic, true, new Outline(manual, MANUAL_ON_LIGHT_RGB)));
        pictures.append(picture(uri, "SPECT, z = " + Html.number(slice.zMm(), 0) + " mm, up to "
                + Html.number(largest / 1000, 0) + " kBq/ml", info.id()));
        return "<figure class=\"slice\">" + pictures + "<div><h3>" + Html.escape(info.id()) + "</h3>" + numbers(info)
                + "</div></figure>";
    }

    private static List<Outline> outlines(Map<Network, LabelMap> automatic, boolean all, Outline manual) {
        List<Outline> outlines = new ArrayList<>();
        automatic.forEach((network, map) -> {
            if (all || network.run().segmentationGrid() == ImageGrid.CT) {
                outlines.add(new Outline(map, network.rgb()));
            }
        });
        outlines.add(0, manual);
        return outlines;
    }

    private static String picture(String uri, String caption, String caseId) {
        return "<div><img src=\"" + uri + "\" alt=\"" + Html.escape("Case " + caseId + ", " + caption
                + ", with the outlines of the kidneys") + "\"><p class=\"cap\">" + Html.escape(caption)
                + "</p></div>";
    }

    private String numbers(CaseInfo info) {
        StringBuilder table = new StringBuilder("<table><thead><tr class=\"groups\"><th></th><th class=\"n\""
                + " colspan=\"2\">Dice</th><th class=\"n\" colspan=\"2\">difference (%)</th></tr><tr><th></th>"
                + Html.thn("right") + Html.thn("left") + Html.thn("right") + Html.thn("left")
                + "</tr></thead><tbody>");
        for (Network network : data.networks()) {
            Optional<CaseResult> right = data.result(network, info.id(), Side.RIGHT);
            Optional<CaseResult> left = data.result(network, info.id(), Side.LEFT);
            table.append("<tr><td><span class=\"key\" style=\"--c:").append(network.css()).append("\"></span>")
                    .append(Html.escape(network.shortTitle())).append("</td>").append(dice(right)).append(dice(left))
                    .append(difference(right)).append(difference(left)).append("</tr>");
        }
        return table.append("</tbody></table>").toString();
    }

    private static String dice(Optional<CaseResult> result) {
        return Html.tdn(result.map(row -> Html.number(row.dice(), 2)).orElse("–"));
    }

    private static String difference(Optional<CaseResult> result) {
        if (result.isPresent() && result.get().volumeMlAutomatic() == 0) {
            return "<td class=\"n miss\">none</td>";
        }
        return Html.tdn(result.map(row -> Html.signed(row.differencePercent(), 1)).orElse("–"));
    }
}
