package org.glomera.pipeline.whole;

import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.EvaluateResult;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.ReportResult;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.evaluating.CompareService;
import org.glomera.pipeline.evaluating.EvaluateService;
import org.glomera.pipeline.reporting.ReportService;
import org.glomera.study.StudyFolder;

/** The last three stages of every study: its runs measured on the test cases, compared, and reported. */
record Results(Components components) {

    /** How many stages these are. */
    static final int STEPS = 3;

    /** How long the stages take in relation to each other, as measured with the demo preset. */
    private static final double EVALUATE_WEIGHT = 4;
    private static final double COMPARE_WEIGHT = 0.2;
    private static final double REPORT_WEIGHT = 1.3;

    /** How long they take together. */
    static final double WEIGHT = EVALUATE_WEIGHT + COMPARE_WEIGHT + REPORT_WEIGHT;

    /** Runs them. */
    StudyResult run(StudyFolder study, List<String> runs, StageSequence stages) throws GlomeraException {
        return run(study, runs, List.of(), stages);
    }

    /** Runs them after cross-validations. */
    StudyResult run(StudyFolder study, List<String> runs, List<CrossValidateResult> crossValidations,
            StageSequence stages) throws GlomeraException {
        EvaluateResult evaluated = stages.run(Stage.EVALUATE, "", EVALUATE_WEIGHT,
                reporter -> new EvaluateService(components).run(
                        new EvaluateRequest(study.root(), runs, StudyRequest.EXPERIMENT), study, reporter));
        CompareResult compared = stages.run(Stage.COMPARE, "", COMPARE_WEIGHT,
                reporter -> new CompareService(components.statistics()).run(
                        new CompareRequest(study.root(), StudyRequest.EXPERIMENT), study, reporter));
        ReportResult report = stages.run(Stage.REPORT, "", REPORT_WEIGHT,
                reporter -> new ReportService(components.statistics()).run(
                        new ReportRequest(study.root(), StudyRequest.EXPERIMENT), study, reporter));
        return new StudyResult(report.reportFile(), evaluated.networks(), compared.verdict(), stages.times(),
                crossValidations);
    }
}
