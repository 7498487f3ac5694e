package org.glomera.network.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.safetensors.SafeTensors;

/**
 * The weights of the best validation epoch so far, beside the checkpoint as {@code best-ATTEMPT-EPOCH.safetensors}. The
 * file of the epoch that a checkpoint calls the best is there whenever that checkpoint is: it is written before it, and
 * that of an earlier epoch is deleted after it.
 */
final class BestWeights {

    private static final String PATTERN = "best-*.safetensors";

    private final Path folder;

    BestWeights(Path folder) {
        this.folder = folder;
    }

    private Path file(int attempt, int epoch) {
        return folder.resolve("best-" + attempt + "-" + epoch + ".safetensors");
    }

    void write(int attempt, int epoch, NetworkWeights weights) throws GlomeraException {
        SafeTensors.write(file(attempt, epoch), weights, Map.of());
    }

    NetworkWeights read(int attempt, int epoch, NetworkGraph graph) throws GlomeraException {
        Path file = file(attempt, epoch);
        NetworkWeights weights = SafeTensors.read(file).weights();
        Optional<String> misfit = weights.misfit(graph);
        if (misfit.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is damaged: " + misfit.get() + ". Delete the folder "
                    + folder + " to train from the beginning.");
        }
        return weights;
    }

    void deleteOthers(int attempt, int epoch) throws GlomeraException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
            for (Path file : files) {
                if (!file.equals(file(attempt, epoch))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "Weights of an earlier epoch in " + folder
                    + " cannot be deleted: " + e.getMessage() + ". Check the folder's rights.", e);
        }
    }
}
