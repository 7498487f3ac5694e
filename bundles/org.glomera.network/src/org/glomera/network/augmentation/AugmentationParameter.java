package org.glomera.network.augmentation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.network.Channel;

/**
 * A parameter as an augmentation declares it.
 *
 * @param name its name in files, for instance {@code sdHu}
 * @param label what a user is shown, for instance {@code Noise of the CT}
 * @param unit the unit of its values, for instance {@code HU}; empty without one
 * @param lowest the smallest value
 * @param highest the largest value
 * @param standard the value where none is given
 * @param description one sentence: what it does
 * @param channel the channel that it is about, {@code spect} or {@code ct}; empty when about the whole image
 */
public record AugmentationParameter(String name, String label, String unit, double lowest, double highest,
        double standard, String description, String channel) {

    /** Refuses an absent text, a range that is none and a default outside of it. */
    public AugmentationParameter {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a parameter has no name");
        }
        Objects.requireNonNull(label);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(description);
        if (!Double.isFinite(lowest) || !Double.isFinite(highest) || !(lowest <= standard && standard <= highest)) {
            throw new IllegalArgumentException("the parameter '" + name + "' has the range " + lowest + " to " + highest
                    + " and the default " + standard);
        }
        if (!channel.isEmpty()) {
            Channel.ofWord(channel);
        }
    }

    /** Makes one of the attributes of its element in plugin.xml. */
    static AugmentationParameter of(Map<String, String> attributes) {
        String name = attributes.getOrDefault("name", "");
        return new AugmentationParameter(name, attributes.getOrDefault("label", name),
                attributes.getOrDefault("unit", ""), number(attributes, name, "lowest"),
                number(attributes, name, "highest"), number(attributes, name, "default"),
                attributes.getOrDefault("description", ""), attributes.getOrDefault("channel", ""));
    }

    private static double number(Map<String, String> attributes, String name, String attribute) {
        String text = attributes.getOrDefault(attribute, "");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the '" + attribute + "' of the parameter '" + name + "' is '" + text
                    + "', which is no number", e);
        }
    }

    /** Whether it does something in a network that sees a channel: its own, or any. */
    public boolean isAbout(Channel seen) {
        return channel.isEmpty() || channel.equals(seen.word());
    }

    /** What is wrong with a value, as the end of a sentence; empty when nothing is. */
    Optional<String> problem(double value) {
        return value >= lowest && value <= highest ? Optional.empty() : Optional.of("'" + name + "' is " + range()
                + ", not " + number(value));
    }

    /** The default with its unit: {@code 20 HU}. */
    public String standardInWords() {
        return number(standard) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The range with its unit: {@code 0 to 200 HU}. */
    public String range() {
        return number(lowest) + " to " + number(highest) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf(value);
    }
}
