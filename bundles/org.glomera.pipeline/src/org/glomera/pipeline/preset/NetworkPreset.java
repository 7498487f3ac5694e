package org.glomera.pipeline.preset;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.study.Acquisition;

/**
 * One network of a preset.
 *
 * @param name short and safe in a file name; the run and the prepared folder are called so
 * @param title what a reader of the report is shown
 * @param architecture id of a contributed architecture
 * @param channels the images it sees, in the architecture's order. With SPECT among them the case's grid and
 *        delineation are those of the SPECT image, otherwise those of the CT.
 * @param cases the acquisitions it is trained on. It is always tested on the SPECT/CT test cases.
 * @param filters filters of the first convolution
 * @param levels how often the image is halved
 * @param inputSize voxels along x, y, z
 * @param preparation how intensities become inputs
 * @param training how it is trained
 */
public record NetworkPreset(String name, String title, String architecture, List<Channel> channels,
        List<Acquisition> cases, int filters, int levels, List<Integer> inputSize, PreparationPreset preparation,
        TrainingConfiguration training) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    /** Refuses what no network can have, with a sentence for the one who wrote the preset. */
    public NetworkPreset {
        check(name != null && NAME.matcher(name).matches(), "'name' is '" + name
                + "'; it needs lower-case letters, digits, - and _, at most 40");
        check(title != null && !title.isBlank(), "'title' is empty");
        check(architecture != null && !architecture.isBlank(), "'architecture' is empty");
        check(channels != null && !channels.isEmpty() && channels.stream().distinct().count() == channels.size(),
                "'channels' is " + channels + "; it lists spect and ct, each once at most");
        check(cases != null && !cases.isEmpty() && cases.stream().distinct().count() == cases.size(),
                "'cases' is " + cases + "; it lists spect_ct and diagnostic_ct, each once at most");
        check(!channels.contains(Channel.SPECT) || !cases.contains(Acquisition.DIAGNOSTIC_CT),
                "'cases' names diagnostic_ct, which has no SPECT for the channel spect");
        check(inputSize != null && inputSize.size() == 3 && inputSize.stream().allMatch(Objects::nonNull),
                "'inputSize' is " + inputSize + "; three numbers are needed");
        check(preparation != null && preparation.intensity().keySet().containsAll(channels),
                "'preparation' lacks the normalisation of a channel");
        check(training != null, "'training' is missing");
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        inputSize = List.copyOf(inputSize);
        new ArchitectureParameters(filters, levels, inputSize.get(0), inputSize.get(1), inputSize.get(2));
    }

    /** Whether the network sees the SPECT, so that its cases take the SPECT image's grid and delineation. */
    public boolean hybrid() {
        return channels.contains(Channel.SPECT);
    }

    /** The network's size as architectures take it. */
    public ArchitectureParameters parameters() {
        return new ArchitectureParameters(filters, levels, inputSize.get(0), inputSize.get(1), inputSize.get(2));
    }

    /** The same network under another name, which is its run's, and title. */
    public NetworkPreset named(String otherName, String otherTitle) {
        return new NetworkPreset(otherName, otherTitle, architecture, channels, cases, filters, levels, inputSize,
                preparation, training);
    }

    /** The same network of another size. */
    public NetworkPreset withSize(int otherFilters, int otherLevels, List<Integer> otherInputSize) {
        return new NetworkPreset(name, title, architecture, channels, cases, otherFilters, otherLevels, otherInputSize,
                preparation, training);
    }

    /** The same network trained otherwise. */
    public NetworkPreset withTraining(TrainingConfiguration other) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                other);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("In a network " + what + ".");
        }
    }
}
