package org.glomera.pipeline.reporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.chart.Palette;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.StatisticSuite;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.study.CaseInfo;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * All that a report tells beside the comparison. A study need not hold all of it: results that were published elsewhere
 * come without images, presets and prepared cases.
 *
 * @param study the study
 * @param comparison the experiment's runs side by side
 * @param networks its networks in the order of the tables
 * @param cases every case of the study
 * @param imported what the import left out, where that was kept
 */
record ReportData(StudyFolder study, Comparison comparison, List<Network> networks, List<CaseInfo> cases,
        Optional<ImportReport> imported) {

    /**
     * One network.
     *
     * @param compared its run
     * @param prepared which cases it took, where that was kept
     */
    record Network(ComparedRun compared, Optional<PrepareReport> prepared) {

        String name() {
            return compared.name();
        }

        Optional<RunInfo> run() {
            return compared.info();
        }

        String shortTitle() {
            return compared.shortTitle();
        }

        String css() {
            return Palette.css(compared.rgb());
        }
    }

    /** Reads everything. */
    static ReportData read(StudyFolder study, String name, StatisticSuite statistics, IProgressMonitor monitor)
            throws GlomeraException {
        Comparison comparison = Comparison.read(study, name, statistics, monitor);
        List<Network> networks = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            PreparedFiles prepared = run.info().isPresent() ? PreparedFiles.of(study, run.info().get())
                    : new PreparedFiles(study, run.name());
            networks.add(new Network(run, Files.isRegularFile(prepared.summary())
                    ? Optional.of(prepared.read().report()) : Optional.empty()));
        }
        Path imported = study.root().resolve("import.json");
        return new ReportData(study, comparison, networks, study.cases(), Files.isRegularFile(imported)
                ? Optional.of(StudyJson.read(imported, ImportReport.class)) : Optional.empty());
    }

    /** The experiment. */
    ExperimentInfo experiment() {
        return comparison.info();
    }

    /** The case of an id, when the study has it. */
    Optional<CaseInfo> caseInfo(String id) {
        return cases.stream().filter(info -> info.id().equals(id)).findFirst();
    }
}
