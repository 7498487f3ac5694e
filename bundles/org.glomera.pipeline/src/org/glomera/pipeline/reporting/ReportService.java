package org.glomera.pipeline.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.ReportResult;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.StudyFolder;

/** Writes the report of an experiment: one HTML file that refers to nothing outside itself. */
public final class ReportService {

    private static final String FILE = "report.html";
    private static final List<String[]> CONTENTS = List.of(new String[] {"networks", "Networks"},
            new String[] {"cohort", "Cohort"}, new String[] {"curves", "Learning curves"},
            new String[] {"boxes", "Right and left"}, new String[] {"cases", "Case by case"},
            new String[] {"statistics", "Statistics"}, new String[] {"slices", "Pictures"},
            new String[] {"methods", "Methods"}, new String[] {"provenance", "Provenance"});

    /** Writes the report of a study that is locked by the caller. */
    public ReportResult run(ReportRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        reporter.tell("Reading the results", 0);
        ReportData data = ReportData.read(study, request.experiment());
        String page = page(data, reporter);
        Path file = study.experimentFolder(request.experiment()).resolve(FILE);
        reporter.checkCanceled();
        try {
            AtomicFiles.writeString(file, page);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The report " + file + " cannot be written: " + e.getMessage()
                    + ". Check free space and permissions.", e);
        }
        reporter.done("written");
        return new ReportResult(file);
    }

    private static String page(ReportData data, StageReporter reporter) throws GlomeraException {
        OverviewSections overview = new OverviewSections(data);
        FigureSections figures = new FigureSections(data);
        TableSections tables = new TableSections(data);
        ProvenanceSection provenance = new ProvenanceSection(data);
        Html html = new Html();
        html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<title>" + Html.escape(data.study().info().name()) + "</title><style>").raw(css())
                .raw("</style></head><body><main>");
        html.raw("<header class=\"top\"><p class=\"kicker\">Kidneys in SPECT/CT: activity concentration by network</p>"
                + "<h1>" + Html.escape(data.study().info().name()) + "</h1><p class=\"sub\">"
                + Html.escape(data.networks().size() + (data.networks().size() == 1 ? " network, " : " networks, ")
                        + data.experiment().cases().size() + " test cases that none of them was trained on")
                + "</p>" + contents() + "</header>");
        html.raw(overview.verdict()).raw(overview.networks()).raw(overview.cohort()).raw(figures.curves())
                .raw(figures.boxes()).raw(tables.cases()).raw(tables.statistics());
        html.raw(new SlicesSection(data).html(reporter)).raw(provenance.methods()).raw(provenance.provenance());
        html.raw("<footer>Made by " + Html.escape(data.study().info().createdWith())
                + ". For research; not a medical device." + (data.phantoms()
                        ? " The cases are computed phantoms: their results are not for patients." : "")
                + "</footer></main></body></html>");
        return html.toString();
    }

    private static String contents() {
        StringBuilder links = new StringBuilder("<nav>");
        CONTENTS.forEach(entry -> links.append("<a href=\"#").append(entry[0]).append("\">").append(entry[1])
                .append("</a> "));
        return links.append("</nav>").toString();
    }

    private static String css() {
        try (InputStream in = ReportService.class.getResourceAsStream("/report/report.css")) {
            if (in == null) {
                throw new IllegalStateException("The style sheet of the report is missing from the bundle.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The style sheet of the report cannot be read.", e);
        }
    }
}
