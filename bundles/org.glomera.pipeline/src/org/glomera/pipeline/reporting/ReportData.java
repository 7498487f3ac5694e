package org.glomera.pipeline.reporting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.evaluating.Statistics;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * All that a report tells.
 *
 * @param study the study
 * @param experiment the experiment
 * @param networks its networks in the order of the tables
 * @param results every measurement
 * @param statistics the statistics
 * @param cases every case of the study
 * @param imported what the import left out, where that was kept
 */
record ReportData(StudyFolder study, ExperimentInfo experiment, List<Network> networks, List<CaseResult> results,
        Statistics statistics, List<CaseInfo> cases, Optional<ImportReport> imported) {

    /**
     * One network.
     *
     * @param run its run
     * @param settings what it was made from
     * @param curve its learning curve
     * @param prepared which cases it took
     * @param rgb its colour in every figure
     */
    record Network(RunInfo run, NetworkPreset settings, Curve curve, PrepareReport prepared, int rgb) {

        /** The first words of the title: what stands before a colon. */
        String shortTitle() {
            int colon = run.title().indexOf(':');
            return colon > 0 ? run.title().substring(0, colon) : run.title();
        }

        /** The rest of the title: what stands behind the colon. */
        String subtitle() {
            int colon = run.title().indexOf(':');
            return colon > 0 ? run.title().substring(colon + 1).strip() : "";
        }

        String css() {
            return Palette.css(rgb);
        }
    }

    /** Reads everything. */
    static ReportData read(StudyFolder study, String name) throws GlomeraException {
        ExperimentInfo experiment = study.readExperiment(name);
        Path statistics = study.experimentFolder(name).resolve(Statistics.FILE);
        if (!Files.isRegularFile(statistics)) {
            throw new GlomeraException(Kind.INPUT, "The experiment " + name + " has no statistics: " + statistics
                    + " is not there. Compare it first.");
        }
        List<Network> networks = new ArrayList<>();
        for (String run : experiment.runs()) {
            RunInfo info = study.readRun(run);
            networks.add(new Network(info, StudyJson.convert(info.configuration(), "the configuration of run " + run,
                    NetworkPreset.class), study.readCurve(run), new PreparedFiles(study, run).read().report(),
                    Palette.of(networks.size())));
        }
        Path imported = study.root().resolve("import.json");
        return new ReportData(study, experiment, networks, study.readCaseResults(name),
                StudyJson.read(statistics, Statistics.class), study.cases(), Files.isRegularFile(imported)
                        ? Optional.of(StudyJson.read(imported, ImportReport.class)) : Optional.empty());
    }

    /** Whether the test cases are phantoms: their truth is known. */
    boolean phantoms() {
        return cases.stream().filter(info -> experiment.cases().contains(info.id()))
                .anyMatch(info -> !info.truth().isEmpty());
    }

    /** The measurement of one network in one kidney of one case. */
    Optional<CaseResult> result(Network network, String caseId, Side side) {
        return results.stream().filter(row -> row.network().equals(network.run().name())
                && row.caseId().equals(caseId) && row.kidneys() == Kidneys.of(side)).findFirst();
    }

    /** All measurements of a network. */
    List<CaseResult> results(Network network) {
        return results.stream().filter(row -> row.network().equals(network.run().name())).toList();
    }

    /** The case of an id. */
    CaseInfo requireCase(String id) {
        return cases.stream().filter(info -> info.id().equals(id)).findFirst().orElseThrow();
    }

    /** The short title of a run, or the name itself for a column that is no run. */
    String titleOf(String run) {
        return networks.stream().filter(network -> network.run().name().equals(run)).findFirst()
                .map(Network::shortTitle).orElse(run);
    }
}
