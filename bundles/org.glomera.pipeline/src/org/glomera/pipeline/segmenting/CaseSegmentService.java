package org.glomera.pipeline.segmenting;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.SpectRules;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.SegmentCasesRequest;
import org.glomera.pipeline.SegmentCasesResult;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;

/** Segments cases of a study with networks that a user chooses; a case that cannot be segmented does not stop the others. */
public final class CaseSegmentService {

    private final Components components;

    /** Makes a service over contributed readers, architectures and the engine. */
    public CaseSegmentService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * Segments.
     *
     * @throws GlomeraException when there is no such case, or no case could be segmented; the message is that of the first
     */
    public SegmentCasesResult run(SegmentCasesRequest request, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        Map<String, SegmentResult> segmented = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        GlomeraException first = null;
        int count = request.caseIds().size();
        for (int i = 0; i < count; i++) {
            String id = request.caseIds().get(i);
            CaseInfo info = study.requireCase(id);
            String before = count == 1 ? "" : "Case " + id + ", " + (i + 1) + " of " + count + ": ";
            StageListener teller = part(reporter, before, i / (double) count, 1.0 / count);
            try {
                segmented.put(id, new SegmentService(components).run(one(request, study, info),
                        new StageReporter(Stage.SEGMENT, "", teller, reporter.cancelOnly())));
            } catch (GlomeraException e) {
                if (e.kind() == Kind.MISSING_COMPONENT) {
                    throw e;
                }
                first = first == null ? e : first;
                refused.put(id, e.getMessage());
            }
        }
        if (segmented.isEmpty() && first != null) {
            throw first;
        }
        reporter.done("written");
        return new SegmentCasesResult(segmented, refused);
    }

    private static StageListener part(StageReporter reporter, String before, double from, double share) {
        return progress -> reporter.tell(before + progress.detail(), from + share * progress.share());
    }

    private static SegmentRequest one(SegmentCasesRequest request, StudyFolder study, CaseInfo info)
            throws GlomeraException {
        if (!info.has(CaseFile.CT)) {
            throw new GlomeraException(Kind.INPUT, "The case " + info.id() + " has no CT, which every network needs.");
        }
        Path spect = study.caseFile(info.id(), CaseFile.SPECT);
        Outputs outputs = Outputs.ofLabelMap(study.segmentedFile(info.id(), request.name()))
                .withJson(study.segmentedFile(info.id(), request.name(), ".json"));
        if (request.withProbability()) {
            outputs = outputs.withProbability(study.segmentedFile(info.id(), request.name(), ".probability.nii.gz"));
            if (request.models().size() > 1) {
                outputs = outputs.withDisagreement(study.segmentedFile(info.id(), request.name(), ".disagreement.nii.gz"));
            }
        }
        return new SegmentRequest(request.models(), new Images(List.of(study.caseFile(info.id(), CaseFile.CT)),
                info.has(CaseFile.SPECT) ? Optional.of(spect) : Optional.empty(), 0,
                SpectRules.asStored()), request.windowing(), outputs);
    }
}
