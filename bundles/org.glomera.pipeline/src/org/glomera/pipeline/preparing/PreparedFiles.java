package org.glomera.pipeline.preparing;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.network.ImageFacts;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Where the prepared images of one network lie. */
public final class PreparedFiles {

    private final Path folder;

    /** The files of a network. */
    public PreparedFiles(StudyFolder study, String network) throws GlomeraException {
        this.folder = Objects.requireNonNull(study).preparedFolder(network);
    }

    /** The files of a run's network: those of its name, which the folds of a cross-validation share. */
    public static PreparedFiles of(StudyFolder study, RunInfo run) throws GlomeraException {
        return new PreparedFiles(study, run.configuration().path("name").asText(run.name()));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The normalised image of a channel. */
    public Path channel(String caseId, Channel channel) {
        return folder.resolve(caseId + "_" + channel.word() + ".nii.gz");
    }

    /** The mask: 1 in a kidney. */
    public Path mask(String caseId) {
        return folder.resolve(caseId + "_mask.nii.gz");
    }

    /** What became of a case. */
    Path caseFile(String caseId) {
        return folder.resolve(caseId + ".json");
    }

    /**
     * What augmentations need to know of a case's image.
     *
     * @return empty where an earlier version prepared the case, which did not write it
     * @throws GlomeraException when the case was not prepared
     */
    public Optional<ImageFacts> facts(String caseId, PreparedSet set) throws GlomeraException {
        PreparedCase prepared = StudyJson.read(caseFile(caseId), PreparedCase.class);
        return prepared.knowsFacts(set.channels()) ? Optional.of(prepared.facts(set.channels(), set.preparation()))
                : Optional.empty();
    }

    /** The summary. */
    public Path summary() {
        return folder.resolve(PreparedSet.FILE);
    }

    /**
     * The summary's content.
     *
     * @throws GlomeraException when the network was not prepared
     */
    public PreparedSet read() throws GlomeraException {
        return StudyJson.read(summary(), PreparedSet.class);
    }
}
