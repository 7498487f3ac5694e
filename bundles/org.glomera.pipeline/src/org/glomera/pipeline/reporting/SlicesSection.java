package org.glomera.pipeline.reporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.html.Html;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.reporting.ReportData.Network;
import org.glomera.pipeline.reporting.SlicePicture.Outline;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.ImageGrid;

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

    private static final double BQ_PER_KBQ = 1000;
    /** The share of the report's work before and after the pictures. */
    private static final double START = 0.3;
    private static final double END = 0.95;

    static final String TITLE = "Test cases in pictures";

    private final ReportData data;

    SlicesSection(ReportData data) {
        this.data = data;
    }

    /** Whether any test case has a picture to show. */
    boolean isKnown() {
        return !pictured().isEmpty();
    }

    private List<CaseInfo> pictured() {
        return data.comparison().cases().stream().map(data::caseInfo).flatMap(Optional::stream)
                .filter(info -> info.has(CaseFile.CT) && info.has(CaseFile.KIDNEYS_CT)
                        || info.has(CaseFile.SPECT) && info.has(CaseFile.KIDNEYS_SPECT))
                .toList();
    }

    String html(StageReporter reporter) throws GlomeraException {
        Html html = new Html().section("slices", TITLE);
        html.paragraph("One axial slice each of the CT (window " + number(CT_BLACK_HU, 0) + " to "
                + number(CT_WHITE_HU, 0) + " HU, with the networks that segment the CT) and of the SPECT (dark"
                + " where the activity is high, up to the highest in the kidneys, with all networks), where the manual"
                + " delineation on that image is largest. The patient's right is at the left.");
        legend(html);
        int[] done = {0};
        List<CaseInfo> cases = pictured();
        html.raw("<div class=\"slices\">");
        for (String figure : SideBySide.all(cases, reporter.cancelOnly(), (info, monitor) -> {
            String made = figure(info);
            synchronized (done) {
                done[0]++;
                reporter.tell("Pictures of case " + info.id(), START + (END - START) * done[0] / cases.size());
            }
            return made;
        })) {
            html.raw(figure);
        }
        return html.raw("</div>").toString();
    }

    private void legend(Html html) {
        html.raw("<p class=\"legend\"><span class=\"item\"><span class=\"keyline\" style=\"border-color:"
                + Palette.css(MANUAL_RGB) + "\"></span>manual, on the CT</span><span class=\"item\"><span"
                + " class=\"keyline\" style=\"border-color:" + Palette.css(MANUAL_ON_LIGHT_RGB)
                + "\"></span>manual, on the SPECT</span>");
        data.networks().forEach(network -> html.raw("<span class=\"item\"><span class=\"keyline\""
                + " style=\"border-color:" + network.css() + "\"></span>" + Html.escape(network.shortTitle())
                + "</span>"));
        html.raw("</p>");
    }

    private String figure(CaseInfo info) throws GlomeraException {
        Map<Network, LabelMap> automatic = new LinkedHashMap<>();
        for (Network network : data.networks()) {
            Path file = data.study().segmentationFile(network.name(), info.id());
            if (Files.isRegularFile(file)) {
                automatic.put(network, NiftiFiles.readLabelMap(file));
            }
        }
        StringBuilder pictures = new StringBuilder();
        if (info.has(CaseFile.CT) && info.has(CaseFile.KIDNEYS_CT)) {
            pictures.append(ct(info, automatic));
        }
        if (info.has(CaseFile.SPECT) && info.has(CaseFile.KIDNEYS_SPECT)) {
            pictures.append(spect(info, automatic));
        }
        return "<figure class=\"slice\"><h3>" + Html.escape(info.id()) + moved(info) + "</h3><div class=\"pair\">"
                + pictures + "</div></figure>";
    }

    private String ct(CaseInfo info, Map<Network, LabelMap> automatic) throws GlomeraException {
        LabelMap manual = CaseImages.kidneys(data.study(), info, CaseFile.KIDNEYS_CT);
        SlicePicture slice = SlicePicture.at(manual);
        String uri = slice.dataUri(CaseImages.ct(data.study(), info), CT_BLACK_HU, CT_WHITE_HU, AIR_HU,
                outlines(automatic, false, new Outline(manual, MANUAL_RGB)));
        return picture(uri, "CT, z = " + number(slice.zMm(), 0) + " mm", info.id());
    }

    private String spect(CaseInfo info, Map<Network, LabelMap> automatic) throws GlomeraException {
        LabelMap manual = CaseImages.kidneys(data.study(), info, CaseFile.KIDNEYS_SPECT);
        SlicePicture slice = SlicePicture.at(manual);
        Volume spect = CaseImages.spect(data.study(), info);
        double largest = SlicePicture.largestWithin(spect, manual);
        String uri = slice.dataUri(spect, largest, 0, 0,
                outlines(automatic, true, new Outline(manual, MANUAL_ON_LIGHT_RGB)));
        return picture(uri, "SPECT, z = " + number(slice.zMm(), 0) + " mm, up to "
                + number(largest / BQ_PER_KBQ, 0) + " kBq/ml", info.id());
    }

    private static List<Outline> outlines(Map<Network, LabelMap> automatic, boolean all, Outline manual) {
        List<Outline> outlines = new ArrayList<>();
        automatic.forEach((network, map) -> {
            boolean ct = network.run().filter(run -> run.segmentationGrid() == ImageGrid.CT).isPresent();
            if (all || ct) {
                outlines.add(new Outline(map, network.compared().rgb()));
            }
        });
        outlines.add(0, manual);
        return outlines;
    }

    private static String picture(String uri, String caption, String caseId) {
        return "<div><img src=\"" + uri + "\" alt=\"" + Html.escape("Case " + caseId + ", " + caption
                + ", with the outlines of the kidneys") + "\"/><p class=\"cap\">" + Html.escape(caption)
                + "</p></div>";
    }

    /** How far a phantom's kidneys moved between CT and SPECT; nothing for a patient, of whom it is not known. */
    private static String moved(CaseInfo info) {
        if (info.truth().isEmpty()) {
            return "";
        }
        return " <span class=\"small\">moved between CT and SPECT: right " + shiftMm(info, Side.RIGHT) + ", left "
                + shiftMm(info, Side.LEFT) + " mm</span>";
    }

    private static String shiftMm(CaseInfo info, Side side) {
        double squares = 0;
        for (String axis : List.of("x", "y", "z")) {
            double shift = info.truth().getOrDefault(side.word() + "_shift_" + axis + "_mm", 0.0);
            squares += shift * shift;
        }
        return number(Math.sqrt(squares), 1);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }
}
