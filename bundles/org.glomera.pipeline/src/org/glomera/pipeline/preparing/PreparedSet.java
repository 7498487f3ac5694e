package org.glomera.pipeline.preparing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.preset.NetworkPreset;

/**
 * The content of {@code prepared/NETWORK/prepared.json}.
 *
 * @param format version of the file's form, {@link #FORMAT}
 * @param report training and test cases and those that were excluded
 * @param channels the images of the input, in order
 * @param preparation how the images became input
 * @param inputs SHA-256 of every file that usable cases were made from, by its path in the study
 * @param trainingInputs the part of {@code inputs} that the network is trained on
 */
public record PreparedSet(int format, PrepareReport report, List<Channel> channels, InputPreparation preparation,
        Map<String, String> inputs, Map<String, String> trainingInputs) {

    /** The form that this program writes. */
    public static final int FORMAT = 1;

    /** File name in the folder of the prepared images. */
    public static final String FILE = "prepared.json";

    /** Whether the images were prepared as a network wants them. */
    public boolean isFor(NetworkPreset network) {
        return channels.equals(network.channels()) && preparation.intensity().equals(network.preparation().intensity())
                && preparation.ctOutsideHu() == network.preparation().ctOutsideHu()
                && List.of(preparation.nx(), preparation.ny(), preparation.nz()).equals(network.inputSize());
    }

    /** Copies lists and maps. */
    public PreparedSet {
        Objects.requireNonNull(report);
        Objects.requireNonNull(preparation);
        channels = List.copyOf(channels);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        trainingInputs = Collections.unmodifiableMap(new TreeMap<>(trainingInputs));
    }
}
