package org.glomera.pipeline.preset;

import java.util.List;
import java.util.Objects;

import org.glomera.phantom.PhantomSpec;

/**
 * A study as data: one JSON file.
 *
 * @param format version of the file's form, 1
 * @param name its name
 * @param title what a user is shown
 * @param description what it is for and how long it takes
 * @param cohort the phantoms
 * @param networks the networks, in the order of the report
 * @param preview what is kept of trainings for people to look at; need not be given
 */
public record Preset(int format, String name, String title, String description, PhantomSpec cohort,
        List<NetworkPreset> networks, PreviewPreset preview) {

    /** The form of the file that this program reads. */
    public static final int FORMAT = 1;

    /** Refuses another form, a preset without networks and two networks of one name. */
    public Preset {
        check(format == FORMAT, "'format' is " + format + "; this program reads " + FORMAT);
        check(name != null && !name.isBlank(), "'name' is empty");
        check(title != null && description != null, "'title' or 'description' is missing");
        check(cohort != null, "'cohort' is missing");
        check(networks != null && !networks.isEmpty() && networks.stream().allMatch(Objects::nonNull), "'networks' is empty");
        check(networks.stream().map(NetworkPreset::name).distinct().count() == networks.size(),
                "two networks have one name");
        networks = List.copyOf(networks);
        preview = Objects.requireNonNullElse(preview, PreviewPreset.STANDARD);
    }

    /** With the standard preview. */
    public Preset(int format, String name, String title, String description, PhantomSpec cohort,
            List<NetworkPreset> networks) {
        this(format, name, title, description, cohort, networks, PreviewPreset.STANDARD);
    }

    /** The number that the phantoms are derived from. */
    public long seed() {
        return cohort.seed();
    }

    /** Test cases of the cohort; those of a hospital's cohort may be drawn with this number. */
    public int testCases() {
        return cohort.test();
    }

    /** The same preset with another seed for the phantoms and for every training. */
    public Preset withSeed(long seed) {
        return new Preset(format, name, title, description, cohort.withSeed(seed), networks.stream()
                .map(network -> network.withTraining(network.training().withSeed(seed))).toList(), preview);
    }

    /** The same preset with another cohort of phantoms. */
    public Preset withCohort(PhantomSpec other) {
        return new Preset(format, name, title, description, other, networks);
    }

    /** Other networks with this preset's cohort. */
    public Preset withNetworks(String otherName, String otherTitle, String otherDescription,
            List<NetworkPreset> others) {
        return new Preset(format, otherName, otherTitle, otherDescription, cohort, others);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("In a preset " + what + ".");
        }
    }
}
