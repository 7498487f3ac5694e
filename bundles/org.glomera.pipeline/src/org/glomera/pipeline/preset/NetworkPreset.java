package org.glomera.pipeline.preset;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One network of a preset.
 *
 * @param name short and safe in a file name; the run and the prepared folder are called so
 * @param title what a reader of the report is shown
 * @param architecture id of a contributed architecture
 * @param channels the images it sees, in order: {@code SPECT}, {@code CT}. With SPECT among them the case's grid and
 *        delineation are those of the SPECT image, otherwise those of the CT.
 * @param cases which acquisitions it is trained on: {@code spect_ct}, or {@code spect_ct+diagnostic_ct}. It is always
 *        tested on the SPECT/CT test cases.
 * @param filters filters of the first convolution
 * @param levels how often the image is halved
 * @param inputSize voxels along x, y, z
 * @param preparation how intensities become inputs, see the network's {@code InputPreparation}
 * @param training see the network's {@code TrainingConfiguration}
 */
public record NetworkPreset(@JsonProperty(required = true) String name, @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String architecture, @JsonProperty(required = true) List<String> channels,
        @JsonProperty(required = true) String cases, @JsonProperty(required = true) int filters,
        @JsonProperty(required = true) int levels, @JsonProperty(required = true) List<Integer> inputSize,
        @JsonProperty(required = true) JsonNode preparation, @JsonProperty(required = true) JsonNode training) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final List<String> CASES = List.of("spect_ct", "spect_ct+diagnostic_ct", "diagnostic_ct");
    private static final int LARGEST_SIDE = 512;

    /** Refuses what no network can have, with a sentence for the one who wrote the preset. */
    public NetworkPreset {
        check(name != null && NAME.matcher(name).matches(), "'name' is '" + name
                + "'; it needs lower-case letters, digits, - and _, at most 40");
        check(title != null && !title.isBlank(), "'title' is empty");
        check(architecture != null && !architecture.isBlank(), "'architecture' is empty");
        check(channels != null && !channels.isEmpty() && channels.stream().allMatch(List.of("SPECT", "CT")::contains)
                && channels.stream().distinct().count() == channels.size(), "'channels' is " + channels
                        + "; it lists SPECT and CT, each once at most");
        check(CASES.contains(cases), "'cases' is '" + cases + "'; " + CASES + " are known");
        check(filters >= 1 && filters <= 256, "'filters' is " + filters + "; 1 to 256 are possible");
        check(levels >= 1 && levels <= 6, "'levels' is " + levels + "; 1 to 6 are possible");
        int step = 1 << Math.max(0, Math.min(levels, 6));
        check(inputSize != null && inputSize.size() == 3 && inputSize.stream()
                .allMatch(n -> n != null && n >= step && n <= LARGEST_SIDE && n % step == 0), "'inputSize' is "
                        + inputSize + "; three multiples of " + step + " (2 to the power of 'levels') up to "
                        + LARGEST_SIDE + " are needed");
        check(preparation != null && preparation.isObject(), "'preparation' is not an object");
        check(training != null && training.isObject(), "'training' is not an object");
        channels = List.copyOf(channels);
        inputSize = List.copyOf(inputSize);
    }

    /** Whether the network sees the SPECT, so that its cases take the SPECT image's grid and delineation. */
    public boolean hybrid() {
        return channels.contains("SPECT");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("In a network " + what + ".");
        }
    }
}
