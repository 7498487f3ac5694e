package org.glomera.cli.task;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.Names;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Option;

/** What a training learns from: folds, validation cases, and the weights that it starts from. */
final class SplitOptions {

    @Option(names = "--folds", paramLabel = "N",
            description = "Cross-validation: train N runs NAME_fold1 to NAME_foldN, each without the patients of one fold,"
                    + " and measure each on them. 0 for none. Default: as the preset says.")
    private Integer folds;

    @Option(names = "--fold", paramLabel = "K", description = "Of these runs, train only this one.")
    private Integer fold;

    @Option(names = "--validation-share", paramLabel = "SHARE",
            description = "Take this share of the training patients off, 0 to 0.5, to watch the training by. Default: as the"
                    + " preset says.")
    private Double validationShare;

    @Option(names = "--start-from", paramLabel = "RUN|FOLDER|NAME",
            description = "Begin with the weights of a run of the study, of a trained network's folder, or of a network that"
                    + " comes with the program, where layers fit. Default: as the preset says, else at random.")
    private String startFrom;

    /** A network as these options change it. */
    NetworkPreset of(NetworkPreset network, Path study) throws GlomeraException {
        try {
            NetworkPreset changed = folds == null ? network : network.withFolds(folds);
            changed = validationShare == null ? changed : changed.withValidationShare(validationShare);
            return startFrom == null ? changed : changed.withStart(source(study), "");
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.CONFIGURATION, e.getMessage(), e);
        }
    }

    /** The runs to train of a network: all of its, or the one that was asked for. */
    List<NetworkPreset> runs(NetworkPreset network) throws GlomeraException {
        if (fold == null) {
            return network.runs();
        }
        if (fold < 1 || fold > network.folds()) {
            throw new GlomeraException(Kind.CONFIGURATION, network.folds() == 0 ? "There is no fold " + fold + ": "
                    + network.name() + " is trained without folds. Say how many there are, for instance --folds 5."
                    : "There is no fold " + fold + "; " + network.name() + " has the folds 1 to " + network.folds() + ".");
        }
        return List.of(network.runs().get(fold - 1));
    }

    /** A folder by its whole path, so that the line means the same wherever it is given again. */
    private String source(Path study) throws GlomeraException {
        if (Names.isName(startFrom) && StudyFolder.open(study).runs().contains(startFrom)) {
            return startFrom;
        }
        try {
            Path path = Path.of(startFrom).toAbsolutePath().normalize();
            return Files.isDirectory(path) ? path.toString() : startFrom;
        } catch (InvalidPathException e) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + startFrom + "' is no path: " + e.getReason()
                    + ". Give a run of the study, or the folder or the name of a trained network.", e);
        }
    }
}
