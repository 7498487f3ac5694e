package org.glomera.pipeline.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.ReportResult;
import org.glomera.pipeline.html.ComparisonSections;
import org.glomera.pipeline.html.HtmlDocument;
import org.glomera.pipeline.html.HtmlDocument.Section;
import org.glomera.pipeline.html.PageHtml.Medium;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.StudyFolder;

/** Writes the report of an experiment: one HTML file that refers to nothing outside itself. */
public final class ReportService {

    private static final String FILE = "report.html";
    private static final String KICKER = "Kidneys in SPECT/CT: activity concentration by network";

    private final StatisticSuite statistics;

    /** Makes a service over statistics. */
    public ReportService(StatisticSuite statistics) {
        this.statistics = Objects.requireNonNull(statistics);
    }

    /** Writes the report of a study that is locked by the caller. */
    public ReportResult run(ReportRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        reporter.tell("Reading the results", 0);
        ReportData data = ReportData.read(study, request.experiment(), statistics, reporter.cancelOnly());
        String page = document(data, reporter).forScreen();
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

    private static HtmlDocument document(ReportData data, StageReporter reporter) throws GlomeraException {
        reporter.tell("Tables and figures", 0.05);
        List<Section> sections = new ArrayList<>(ComparisonSections.of(data.comparison(), ViewOptions.defaults(),
                Medium.SCREEN, reporter.cancelOnly()));
        CohortSection cohort = new CohortSection(data);
        if (cohort.isKnown()) {
            sections.add(new Section("cohort", "Cohort", cohort.html()));
        }
        SlicesSection slices = new SlicesSection(data);
        if (slices.isKnown()) {
            sections.add(new Section("slices", "Pictures", slices.html(reporter)));
        }
        ProvenanceSection provenance = new ProvenanceSection(data);
        if (provenance.isMeasuredHere()) {
            sections.add(new Section("methods", "Methods", provenance.methods()));
        }
        sections.add(new Section("provenance", "Provenance", provenance.provenance()));
        return new HtmlDocument(data.study().info().name(), KICKER, ComparisonSections.counts(data.comparison()),
                ComparisonSections.NOTICE, sections,
                "Made by " + data.study().info().createdWith() + ". For research; not a medical device.");
    }
}
