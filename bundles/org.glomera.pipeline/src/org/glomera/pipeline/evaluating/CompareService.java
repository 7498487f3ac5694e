package org.glomera.pipeline.evaluating;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.ExperimentStatistics;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Computes the statistics of an experiment and keeps them beside it: the numbers that the pages of a comparison show. */
public final class CompareService {

    private final StatisticSuite statistics;

    /** Makes a service over contributed statistics. */
    public CompareService(StatisticSuite statistics) {
        this.statistics = Objects.requireNonNull(statistics);
    }

    /** Compares in a study that is locked by the caller. */
    public CompareResult run(CompareRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        Comparison comparison = Comparison.read(study, request.experiment(), statistics, reporter.cancelOnly());
        if (comparison.results().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The experiment " + request.experiment()
                    + " has no measurements. Evaluate it first.");
        }
        ExperimentStatistics computed = ExperimentStatistics.of(comparison, ViewOptions.LEVEL, reporter.cancelOnly());
        Path file = study.experimentFolder(request.experiment()).resolve(ExperimentStatistics.FILE);
        StudyJson.write(file, computed);
        reporter.done(computed.tables().size() + " tables");
        return new CompareResult(file, computed.verdict());
    }
}
