package org.glomera.pipeline.preset;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A study as data: one JSON file.
 *
 * @param format version of the file's form, 1
 * @param name its name
 * @param title what a user is shown
 * @param description what it is for and how long it takes
 * @param seed the number that everything random in the study is derived from
 * @param testCases test cases of the cohort; those of a hospital's cohort may be drawn with this number
 * @param cohort the phantoms, see {@code PhantomSpec}
 * @param networks the networks, in the order of the report
 */
public record Preset(@JsonProperty(required = true) int format, @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String title, @JsonProperty(required = true) String description,
        @JsonProperty(required = true) long seed, @JsonProperty(required = true) int testCases,
        @JsonProperty(required = true) JsonNode cohort, @JsonProperty(required = true) List<NetworkPreset> networks) {

    /** The form of the file that this program reads. */
    public static final int FORMAT = 1;

    /** Refuses another form, a preset without networks and two networks of one name. */
    public Preset {
        check(format == FORMAT, "'format' is " + format + "; this program reads " + FORMAT);
        check(name != null && !name.isBlank(), "'name' is empty");
        check(title != null && description != null, "'title' or 'description' is missing");
        check(testCases >= 1, "'testCases' is " + testCases + "; at least 1 is needed");
        check(cohort != null && cohort.isObject(), "'cohort' is not an object");
        check(networks != null && !networks.isEmpty(), "'networks' is empty");
        check(networks.stream().map(NetworkPreset::name).distinct().count() == networks.size(),
                "two networks have one name");
        networks = List.copyOf(networks);
    }

    /** The same preset with another seed. */
    public Preset withSeed(long newSeed) {
        return new Preset(format, name, title, description, newSeed, testCases, cohort, networks);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("In a preset " + what + ".");
        }
    }
}
