package org.glomera.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.StudyFolder;

/**
 * Asks for a study of test phantoms alone, measured with networks that were trained elsewhere. Asked for again on the
 * same folder, it goes on where it ended, or finds all of it there.
 *
 * @param studyFolder the study; made when it is not there. The phantoms' DICOM files lie in its folder {@code phantom}.
 * @param preset its cohort's test cases are made; its networks are not used
 * @param networks the trained networks, each with {@code run.json} of its training, in the order of the tables
 */
public record SampleCohortRequest(Path studyFolder, Preset preset, List<TrainedNetwork> networks) {

    /** What the study is called. */
    public static final String NAME = "Sample cohort";

    private static final String PRESET = "demo";
    private static final List<String> NETWORKS = List.of("phantom-hybrid", "phantom-standard",
            "phantom-standard-diagnostic");

    /** Refuses missing parts. */
    public SampleCohortRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(preset);
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("The sample cohort is measured with one network at least.");
        }
    }

    /**
     * The demo's test cases and the three networks that come with the program.
     *
     * @throws GlomeraException when the networks are not installed
     */
    public static SampleCohortRequest ofProgram(Path studyFolder) throws GlomeraException {
        List<TrainedNetwork> networks = new ArrayList<>();
        for (String id : NETWORKS) {
            networks.add(TrainedNetworks.ofPlugins().require(id));
        }
        return new SampleCohortRequest(studyFolder, Presets.load(PRESET), networks);
    }

    /** Whether a folder holds a whole sample cohort, or another study with a report; it is looked at, not read. */
    public static boolean isThere(Path studyFolder) {
        return StudyFolder.isStudy(studyFolder) && Files.isRegularFile(studyFolder.resolve("experiments")
                .resolve(StudyRequest.EXPERIMENT).resolve("report.html"));
    }
}
