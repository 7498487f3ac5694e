package org.glomera.pipeline;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** The services of the pipeline, made with what the installed plug-ins contribute. Safe for use by several threads. */
public final class PipelineServices {

    private PipelineServices() {
    }

    /** The services over the running program's plug-ins. */
    public static PipelineServices ofPlugins() {
        return new PipelineServices();
    }

    /** Makes a cohort of phantoms. */
    public PipelineService<PhantomRequest, PhantomResult> phantom() {
        return PipelineServices::missing;
    }

    /** Reads DICOM into a study. */
    public PipelineService<ImportRequest, ImportReport> importing() {
        return PipelineServices::missing;
    }

    /** Makes features and masks for one network. */
    public PipelineService<PrepareRequest, PrepareReport> prepare() {
        return PipelineServices::missing;
    }

    /** Trains one network. */
    public PipelineService<TrainRequest, TrainResult> train() {
        return PipelineServices::missing;
    }

    /** Segments and measures the test cases. */
    public PipelineService<EvaluateRequest, EvaluateResult> evaluate() {
        return PipelineServices::missing;
    }

    /** Computes the statistics. */
    public PipelineService<CompareRequest, CompareResult> compare() {
        return PipelineServices::missing;
    }

    /** Writes the report. */
    public PipelineService<ReportRequest, ReportResult> report() {
        return PipelineServices::missing;
    }

    /** Segments one image. */
    public PipelineService<SegmentRequest, SegmentResult> segment() {
        return PipelineServices::missing;
    }

    /** Does a whole study. */
    public PipelineService<StudyRequest, StudyResult> study() {
        return PipelineServices::missing;
    }

    private static <Q, R> R missing(Q request, StageListener listener, IProgressMonitor monitor)
            throws GlomeraException {
        throw new GlomeraException(Kind.MISSING_COMPONENT, "This step is not in this version of the program.");
    }
}
