package org.glomera.network.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.glomera.network.training.TrainingConfiguration;
import org.glomera.study.StudyJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The settings of a training in words: each of {@code model.json}'s, and those of the run's configuration that are neither
 * the network's size nor its preparation. A setting that this class has no words for is named as in the file, so none
 * is left out.
 */
final class TrainingText {

    /** Fields of a run's configuration that stand elsewhere in a card. */
    private static final Set<String> ELSEWHERE = Set.of("name", "title", "architecture", "channels", "cases", "filters",
            "levels", "inputSize", "preparation", "training");

    private final JsonNode training;
    private final List<String> said = new ArrayList<>();

    private TrainingText(JsonNode training) {
        this.training = training;
    }

    /** The rows of a card's table by their first column. */
    static Map<String, String> of(TrainingConfiguration configuration, Optional<JsonNode> run) {
        Map<String, String> rows = new LinkedHashMap<>();
        TrainingText text = new TrainingText(StudyJson.toTree(configuration));
        rows.put("training", text.main());
        rows.put("learning rate", text.learningRate());
        rows.put("first weights", text.initialisation());
        rows.putAll(others(text.training, Set.copyOf(text.said)));
        run.ifPresent(settings -> rows.putAll(others(settings, ELSEWHERE)));
        return rows;
    }

    private JsonNode get(String name) {
        said.add(name);
        return training.path(name);
    }

    private String main() {
        List<String> parts = new ArrayList<>();
        parts.add("loss: " + words(get("loss").asText()));
        parts.add("optimiser: " + optimiser());
        double limit = get("gradientNormLimit").asDouble();
        parts.add(limit > 0 ? "gradient's norm at most " + number(limit) : "gradient's norm not limited");
        parts.add(get("epochs").asText() + " epochs planned");
        parts.add("batch of " + get("batch").asText());
        parts.add("seed " + get("seed").asText());
        parts.add(get("threads").asText() + " threads");
        return String.join("; ", parts);
    }

    private String optimiser() {
        double momentum = get("momentum").asDouble();
        boolean nesterov = get("nesterov").asBoolean();
        double decay = get("weightDecay").asDouble();
        String name = get("optimiser").asText();
        StringBuilder words = new StringBuilder(words(name));
        if (name.equals("sgd")) {
            words.append(momentum > 0 ? " with " + (nesterov ? "Nesterov " : "") + "momentum " + number(momentum)
                    : " without momentum");
        }
        return words.append(decay > 0 ? ", weight decay " + number(decay) : ", no weight decay").toString();
    }

    private String learningRate() {
        String decay = get("decay").asText();
        double power = get("decayPower").asDouble();
        int warmUp = get("warmUpSteps").asInt();
        String rate = number(get("learningRate").asDouble());
        String fall = switch (decay) {
            case "constant" -> ", constant";
            case "polynomial" -> ", falls as (1 - step / steps)^" + number(power);
            default -> ", " + words(decay);
        };
        return rate + fall + (warmUp > 0 ? ", after a straight rise over the first " + warmUp + " steps" : "");
    }

    private String initialisation() {
        JsonNode node = get("initialisation");
        double deviation = node.path("outputDeviation").asDouble();
        return "normal random numbers of variance 2 / fan-in (He et al. 2015)" + (deviation > 0
                ? "; the last layer's of standard deviation " + number(deviation) : "") + ", biases 0, the last one's "
                + number(node.path("outputBias").asDouble());
    }

    private static Map<String, String> others(JsonNode tree, Set<String> without) {
        Map<String, String> rows = new LinkedHashMap<>();
        tree.properties().forEach(field -> {
            if (!without.contains(field.getKey())) {
                rows.put(words(field.getKey()), value(field.getValue()));
            }
        });
        return rows;
    }

    /** A value as a person reads it: lists and objects without braces. */
    private static String value(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().map(field -> words(field.getKey()) + " " + value(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(each -> parts.add(value(each)));
            return parts.isEmpty() ? "none" : String.join("; ", parts);
        }
        return node.isNumber() ? number(node.asDouble()) : CardText.plain(node.asText());
    }

    /** {@code stepEveryEpochs} as "step every epochs", {@code dice_cross_entropy} as "dice cross entropy". */
    private static String words(String name) {
        String apart = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
        return CardText.plain(switch (apart) {
            case "sgd" -> "stochastic gradient descent";
            case "adam" -> "Adam";
            case "dice" -> "Dice";
            case "dice cross entropy" -> "Dice and cross-entropy";
            default -> apart;
        });
    }

    private static String number(double value) {
        return CardText.number(value);
    }
}
