package org.glomera.network.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.TrainingLoop;
import org.glomera.study.Curve;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyCsv;
import org.glomera.study.StudyJson;

/**
 * {@code CARD.md}: what a person must know of a trained network, made from {@code model.json}, {@code run.json} and
 * {@code curve.csv} beside it. The same files give the same text. What somebody wrote by hand under the heading
 * {@value #NOTES}, the last one, stays when the card is written again.
 */
public final class Cards {

    /** File name of the card for people. */
    public static final String FILE = "CARD.md";
    /** File name of what the training recorded. */
    public static final String RUN = "run.json";
    /** The heading under which notes stand that are written by hand. */
    public static final String NOTES = "## Notes";

    private static final String IN_TRAINING = "# In training\n\nThe card is written when the training ends.\n";
    private static final int LARGEST_BYTES = 1 << 20;

    /**
     * What a card is made from.
     *
     * @param card the network
     * @param run its training; empty when nothing is known of it but the card
     * @param curve its learning curve; without points when it is not known
     * @param weightCount number of weights and biases
     * @param id the name under which a user asks for the network; empty when it has none and its folder is named
     */
    public record Source(ModelCard card, Optional<RunInfo> run, Curve curve, long weightCount, String id) {
    }

    private Cards() {
    }

    /** Writes the card of a folder with {@code model.json} and weights, and keeps the notes that stand in it. */
    public static void write(Path folder, String id) throws GlomeraException {
        replace(folder.resolve(FILE), text(source(folder, id)) + notes(folder));
    }

    /** Takes back a card whose network is trained on; its notes stay. */
    public static void withdraw(Path folder) throws GlomeraException {
        Path file = folder.resolve(FILE);
        if (Files.isRegularFile(file)) {
            replace(file, IN_TRAINING + notes(folder));
        }
    }

    private static void replace(Path file, String text) throws GlomeraException {
        try {
            AtomicFiles.writeString(file, text);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' could not be written: " + e.getMessage()
                    + ". Make room on the disk or check the rights to write there.", e);
        }
    }

    /** Reads what the card of a folder is made from. */
    public static Source source(Path folder, String id) throws GlomeraException {
        Path run = folder.resolve(RUN);
        Path curve = folder.resolve(TrainingLoop.CURVE);
        return new Source(ModelFolder.readCard(folder),
                Files.isRegularFile(run) ? Optional.of(StudyJson.read(run, RunInfo.class)) : Optional.empty(),
                Files.isRegularFile(curve) ? StudyCsv.readCurve(curve) : new Curve(List.of()),
                SafeTensors.valueCount(folder.resolve(ModelFolder.WEIGHTS)), id);
    }

    /** The card's text without notes. */
    public static String text(Source source) {
        return new CardText(source).text();
    }

    /** The images a network sees, for instance {@code SPECT and CT}. */
    public static String sees(ModelCard card) {
        return card.channels().stream().map(Enum::name).collect(Collectors.joining(" and "));
    }

    /** What it was trained on, for instance {@code 49 SPECT/CT phantoms}; empty when its card does not count it. */
    public static String trainedOn(ModelCard card) {
        return CardText.trainedOn(card);
    }

    /**
     * What stands in a folder's card from the heading of the notes on, with an empty line before it; an empty text when
     * there is no card or it has no notes.
     */
    public static String notes(Path folder) throws GlomeraException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' cannot be read: " + e.getMessage()
                    + ". Check your permission to read it.", e);
        }
        int place = text.indexOf("\n" + NOTES + "\n");
        return place < 0 ? "" : text.substring(place).stripTrailing() + "\n";
    }
}
