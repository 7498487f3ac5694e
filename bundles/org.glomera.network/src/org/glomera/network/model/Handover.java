package org.glomera.network.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.file.Folders;
import org.glomera.network.training.TrainingLoop;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyJson;

/**
 * Writes what a colleague needs of a trained network, and nothing else: {@code weights.safetensors},
 * {@code model.json}, {@code CARD.md}, {@code curve.csv} and {@code run.json}. Cases have numbers in place of their
 * names, unless they are kept; no file of the study's images, no segmentation and no checkpoint is among them.
 */
public final class Handover {

    /** The files of a network that is handed on; the first two it must have. */
    static final List<String> FILES = List.of(ModelFolder.CARD, ModelFolder.WEIGHTS, Cards.FILE, Cards.RUN,
            TrainingLoop.CURVE);

    private static final String ZIP = ".zip";

    /**
     * How a network is handed on.
     *
     * @param id the name under which it will be asked for; empty when it has none
     * @param keepCaseNames whether the names of the study's cases stay, as for phantoms
     */
    public record Options(String id, boolean keepCaseNames) {

        /** Numbers in place of names, and no id. */
        public static final Options USUAL = new Options("", false);

        /** Refuses an absent id. */
        public Options {
            Objects.requireNonNull(id);
        }
    }

    private Handover() {
    }

    /**
     * Writes a zip file, when {@code to} ends on {@code .zip}, or a folder. In a folder the five files are replaced, the
     * notes of its card stay, and all else is left alone.
     *
     * @param folder a run's folder, or one of a network that was handed on; its weights are not looked at
     * @throws GlomeraException (input) when a file of the network is missing or damaged; (configuration) when
     *         {@code to} is the network's own folder or another kind of file; (resources) when it cannot be written
     */
    public static void write(Path folder, Path to, Options options) throws GlomeraException {
        boolean zip = to.getFileName().toString().endsWith(ZIP);
        requirePlace(folder, to, zip);
        if (!zip) {
            fill(folder, to, options);
            return;
        }
        Path inside = Folders.temporary("glomera-handover-");
        try {
            fill(folder, inside, options);
            ModelZip.pack(inside, folderName(to), to);
        } finally {
            Folders.delete(inside);
        }
    }

    private static void requirePlace(Path folder, Path to, boolean zip) throws GlomeraException {
        Path own = folder.toAbsolutePath().normalize();
        Path place = to.toAbsolutePath().normalize();
        if (place.equals(own)) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + to + "' is the network's own folder. Name another"
                    + " folder, or a file that ends on .zip.");
        }
        if (zip ? Files.isDirectory(place) : Files.exists(place) && !Files.isDirectory(place)) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + to + "' is there and is "
                    + (zip ? "a folder" : "a file") + ". Name a folder, or a file that ends on .zip.");
        }
    }

    /** The folder in the zip file: the file's name without its end. */
    private static String folderName(Path zip) {
        String name = zip.getFileName().toString();
        String plain = name.substring(0, name.length() - ZIP.length()).replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.isEmpty() || plain.startsWith(".") ? "network" : plain;
    }

    private static void fill(Path folder, Path to, Options options) throws GlomeraException {
        ModelCard card = ModelFolder.readCard(folder);
        Path run = folder.resolve(Cards.RUN);
        List<RunInfo> runs = Files.isRegularFile(run) ? List.of(StudyJson.read(run, RunInfo.class)) : List.of();
        CaseNumbers numbers = CaseNumbers.of(card, runs);
        copy(folder.resolve(ModelFolder.WEIGHTS), to.resolve(ModelFolder.WEIGHTS));
        Path curve = folder.resolve(TrainingLoop.CURVE);
        if (Files.isRegularFile(curve)) {
            copy(curve, to.resolve(TrainingLoop.CURVE));
        }
        ModelFolder.writeCard(to, options.keepCaseNames() ? card : numbers.in(card));
        for (RunInfo one : runs) {
            StudyJson.write(to.resolve(Cards.RUN), options.keepCaseNames() ? one : numbers.in(one));
        }
        if (Cards.notes(to).isEmpty() && Files.isRegularFile(folder.resolve(Cards.FILE))) {
            copy(folder.resolve(Cards.FILE), to.resolve(Cards.FILE));
        }
        Cards.write(to, options.id());
    }

    private static void copy(Path from, Path to) throws GlomeraException {
        try {
            AtomicFiles.write(to, out -> Files.copy(from, Objects.requireNonNull(out)));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + from + "' could not be copied to '" + to + "': "
                    + e.getMessage() + ". Check that it is there, the free space of the disk and your permission to"
                    + " write.", e);
        }
    }
}
