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
import org.glomera.study.RunInfo;
import org.glomera.study.StudyJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The settings of a training in words: each of {@code model.json}'s, and those of the run's configuration that are neither
 * the network's size nor its preparation. A setting that this class has no words for is named as in the file, so none
 * is left out.
 */
final class TrainingText {

    /** Fields of a training that have words here. */
    private static final Set<String> SAID = Set.of("loss", "optimiser", "learningRate", "momentum", "nesterov",
            "weightDecay", "gradientNormLimit", "warmUpSteps", "decay", "decayPower", "epochs", "batch", "seed", "threads",
            "initialisation", "beta1", "beta2", "epsilon", "decayFactor", "decayEpochs", "patienceEpochs", "smallestGain");
    /** Fields of a run's configuration that stand elsewhere in a card, or are told by what came of them. */
    private static final Set<String> ELSEWHERE = Set.of("name", "title", "architecture", "channels", "cases", "filters",
            "levels", "inputSize", "preparation", "training", "startFrom", "startFromSha256");
    private static final String ID = "id";
    private static final String PARAMETERS = "parameters";

    private final TrainingConfiguration training;

    private TrainingText(TrainingConfiguration training) {
        this.training = training;
    }

    /** The rows of a card's table by their first column. */
    static Map<String, String> of(TrainingConfiguration training, Optional<RunInfo> run) {
        Map<String, String> rows = new LinkedHashMap<>();
        TrainingText text = new TrainingText(training);
        rows.put("training", text.main());
        rows.put("learning rate", text.learningRate());
        rows.put("early stopping", training.earlyStopping().on() ? "after " + training.patienceEpochs()
                + " epochs in which the validation Dice did not rise by more than " + number(training.smallestGain())
                : "none");
        rows.put("first weights", run.filter(one -> !one.origin().random()).map(one -> CardText.plain(
                String.join(" ", one.origin().inWords()))).orElseGet(text::initialisation));
        run.ifPresent(one -> cases(one, rows));
        rows.putAll(others(StudyJson.toTree(training), SAID));
        run.ifPresent(one -> rows.putAll(others(one.configuration(), ELSEWHERE)));
        return rows;
    }

    private static void cases(RunInfo run, Map<String, String> rows) {
        if (!run.cases().validation().isEmpty()) {
            rows.put("validation", run.cases().validation().size() + " images that it did not learn from and by which the"
                    + " training was watched");
        }
        if (!run.cases().heldOut().isEmpty()) {
            rows.put("held out", run.cases().heldOut().size() + " images of its fold, which it did not learn from");
        }
    }

    private String main() {
        List<String> parts = new ArrayList<>();
        parts.add("loss: " + switch (training.loss()) {
            case DICE -> "Dice";
            case DICE_CROSS_ENTROPY -> "mean of Dice and binary cross-entropy";
        });
        parts.add("optimiser: " + optimiser());
        parts.add(training.gradientNormLimit() > 0 ? "gradient's norm at most " + number(training.gradientNormLimit())
                : "gradient's norm not limited");
        parts.add(training.epochs() + " epochs planned");
        parts.add("batch of " + training.batch());
        parts.add("seed " + training.seed());
        parts.add(training.threads() + " threads");
        return String.join("; ", parts);
    }

    private String optimiser() {
        double decay = training.weightDecay();
        return switch (training.optimiser()) {
            case SGD -> "stochastic gradient descent " + (training.momentum() > 0 ? "with "
                    + (training.nesterov() ? "Nesterov " : "") + "momentum " + number(training.momentum())
                    : "without momentum") + (decay > 0 ? ", weight decay " + number(decay) : ", no weight decay");
            case ADAM -> "Adam, beta " + number(training.beta1()) + " and " + number(training.beta2()) + ", epsilon "
                    + number(training.epsilon()) + (decay > 0 ? ", decoupled weight decay " + number(decay)
                            : ", no weight decay");
        };
    }

    private String learningRate() {
        String fall = switch (training.decay()) {
            case CONSTANT -> ", constant";
            case POLYNOMIAL -> ", falls as (1 - step / steps)^" + number(training.decayPower());
            case STEP -> ", multiplied by " + number(training.decayFactor()) + " every " + training.decayEpochs()
                    + " epochs";
        };
        return number(training.learningRate()) + fall + (training.warmUpSteps() > 0
                ? ", after a straight rise over the first " + training.warmUpSteps() + " steps" : "");
    }

    private String initialisation() {
        double deviation = training.initialisation().outputDeviation();
        return "normal random numbers of variance 2 / fan-in (He et al. 2015)" + (deviation > 0
                ? "; the last layer's of standard deviation " + number(deviation) : "") + ", biases 0, the last one's "
                + number(training.initialisation().outputBias());
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
            List<String> parts = new ArrayList<>();
            node.properties().forEach(field -> {
                if (field.getKey().equals(PARAMETERS)) {
                    parts.add(value(field.getValue()));
                } else if (!field.getKey().equals(ID)) {
                    parts.add(words(field.getKey()) + " " + value(field.getValue()));
                }
            });
            String inside = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
            return node.has(ID) ? CardText.plain(node.get(ID).asText()) + (inside.isEmpty() ? "" : " (" + inside + ")")
                    : inside;
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(each -> parts.add(value(each)));
            return parts.isEmpty() ? "none" : String.join("; ", parts);
        }
        return node.isNumber() ? number(node.asDouble()) : CardText.plain(node.asText());
    }

    /** {@code validationShare} as "validation share". */
    private static String words(String name) {
        return CardText.plain(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private static String number(double value) {
        return CardText.number(value);
    }
}
