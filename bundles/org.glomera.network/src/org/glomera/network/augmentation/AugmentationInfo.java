package org.glomera.network.augmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.glomera.network.Channel;
import org.glomera.registry.Contribution;

/**
 * An augmentation as its plug-in declares it; known without loading its class.
 *
 * @param id stands in files
 * @param name what a user is shown
 * @param description a sentence for the user
 * @param bundle the plug-in that brings it
 * @param probability how often it is suggested to change an image, above 0 to 1
 * @param parameters its parameters in the order in which they are shown
 */
public record AugmentationInfo(String id, String name, String description, String bundle, double probability,
        List<AugmentationParameter> parameters) {

    private static final String SUGGESTED_PROBABILITY = "0.5";

    /** Refuses an absent text, a probability that is none and two parameters of one name. */
    public AugmentationInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(bundle);
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("its probability is " + probability + ", not above 0 to 1");
        }
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (AugmentationParameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("it has two parameters '" + parameter.name() + "'");
            }
        }
    }

    /**
     * What a contribution declares.
     *
     * @throws IllegalArgumentException when it is not what the schema asks for; the message is the end of a sentence
     */
    static AugmentationInfo of(Contribution<?> contribution) {
        List<AugmentationParameter> parameters = new ArrayList<>();
        for (Map<String, String> attributes : contribution.children("parameter")) {
            parameters.add(AugmentationParameter.of(attributes));
        }
        String probability = contribution.attribute("probability").orElse(SUGGESTED_PROBABILITY);
        try {
            return new AugmentationInfo(contribution.id(), contribution.name(), contribution.description(),
                    contribution.bundle(), Double.parseDouble(probability), parameters);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its probability is '" + probability + "', which is no number", e);
        }
    }

    /** The setting with the suggested probability and the defaults of all parameters. */
    public AugmentationSetting suggested() {
        return new AugmentationSetting(id, probability,
                parameters.stream().collect(Collectors.toMap(AugmentationParameter::name, AugmentationParameter::standard)));
    }

    /** Whether it can do something in a network that sees these images: it has no parameters, or one about them. */
    public boolean isFor(List<Channel> seen) {
        return parameters.isEmpty() || parameters.stream().anyMatch(one -> seen.stream().anyMatch(one::isAbout));
    }

    /** What is wrong with a setting's parameters, as a sentence; empty when nothing is. */
    public Optional<String> problem(AugmentationSetting setting) {
        for (Map.Entry<String, Double> given : setting.parameters().entrySet()) {
            Optional<AugmentationParameter> declared = parameters.stream()
                    .filter(one -> one.name().equals(given.getKey())).findFirst();
            if (declared.isEmpty()) {
                return Optional.of("The augmentation '" + id + "' has no parameter '" + given.getKey() + "'; it has "
                        + (parameters.isEmpty() ? "none" : parameters.stream().map(AugmentationParameter::name)
                                .collect(Collectors.joining(", "))) + ".");
            }
            Optional<String> wrong = declared.get().problem(given.getValue());
            if (wrong.isPresent()) {
                return Optional.of("In the augmentation '" + id + "' " + wrong.get() + ".");
            }
        }
        return Optional.empty();
    }

    /** A value for each parameter: the setting's, or the default. */
    ParameterValues values(AugmentationSetting setting) {
        Map<String, Double> values = new TreeMap<>();
        parameters.forEach(one -> values.put(one.name(),
                setting.parameters().getOrDefault(one.name(), one.standard())));
        return new ParameterValues(values);
    }
}
