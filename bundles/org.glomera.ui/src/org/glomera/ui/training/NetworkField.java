package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.network.training.Decay;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.pipeline.preset.NetworkPreset;

/** One setting of a network that a user may change, as a text with a check of its own. */
enum NetworkField {
    ARCHITECTURE("Architecture", "", Group.NETWORK, "The kind of network: how its layers are connected. Those that see"
            + " the same images can be chosen; plug-ins bring further ones.", Kind.CHOICE, 0, 0),
    FILTERS("Width", "filters", Group.NETWORK, "Filters of the first convolutions; they double from level to level."
            + " Twice as many take about four times as long.", Kind.WHOLE, 1, 512),
    LEVELS("Depth", "levels", Group.NETWORK, "How often the image is halved on the way down.", Kind.WHOLE, 1, 6),
    SIZE_X("Input size, x", "voxels", Group.NETWORK, "Voxels from right to left; a multiple of 2 to the number of"
            + " levels.", Kind.WHOLE, 1, 1024),
    SIZE_Y("Input size, y", "voxels", Group.NETWORK, "Voxels from front to back; a multiple of 2 to the number of"
            + " levels.", Kind.WHOLE, 1, 1024),
    SIZE_Z("Input size, z", "voxels", Group.NETWORK, "Voxels from feet to head; a multiple of 2 to the number of"
            + " levels.", Kind.WHOLE, 1, 1024),
    EPOCHS("Epochs", "", Group.TRAINING, "How often every training image is seen. The last epoch is reported.",
            Kind.WHOLE, 1, 1_000_000),
    BATCH("Batch", "images a step", Group.TRAINING, "Images whose gradients are averaged for one step.", Kind.WHOLE, 1,
            1000),
    LEARNING_RATE("Learning rate", "", Group.TRAINING, "The largest learning rate, after the warm-up.", Kind.NUMBER,
            Double.MIN_VALUE, 100),
    DECAY("Learning rate falls", "", Group.TRAINING, "How the learning rate falls after the warm-up: to zero at the last"
            + " step, or not at all.", Kind.CHOICE, 0, 0),
    WARM_UP("Warm-up", "steps", Group.TRAINING, "First steps in which the learning rate rises in a straight line.",
            Kind.WHOLE, 0, 1_000_000),
    MOMENTUM("Momentum", "0 to below 1", Group.TRAINING, "Share of the last update that goes on; 0 for plain gradient"
            + " descent.", Kind.NUMBER, 0, Math.nextDown(1.0)),
    WEIGHT_DECAY("Weight decay", "0 for none", Group.TRAINING, "Factor of the weights that is added to their gradient.",
            Kind.NUMBER, 0, Math.nextDown(1.0)),
    GRADIENT_LIMIT("Limit of the gradient", "norm, 0 for none", Group.TRAINING, "A gradient with a larger norm is scaled"
            + " down to it.", Kind.NUMBER, 0, 1e9),
    SEED("Seed", "", Group.REPEATING, "Of the initial weights and of the images' order: the same seed and number of"
            + " threads give the same weights again.", Kind.SEED, 0, 0),
    THREADS("Threads", "", Group.REPEATING, "Threads that calculate. Another number may round differently.", Kind.WHOLE,
            1, 256);

    /** Fields that stand together. */
    enum Group {
        NETWORK("Network"),
        TRAINING("Training"),
        REPEATING("Repeating it");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** What is typed. */
    enum Kind {
        WHOLE,
        NUMBER,
        SEED,
        CHOICE
    }

    private static final String POLYNOMIAL = "to zero";
    private static final String CONSTANT = "not at all";

    private final String label;
    private final String unit;
    private final Group group;
    private final String help;
    private final Kind kind;
    private final double lowest;
    private final double highest;

    NetworkField(String label, String unit, Group group, String help, Kind kind, double lowest, double highest) {
        this.label = label;
        this.unit = unit;
        this.group = group;
        this.help = help;
        this.kind = kind;
        this.lowest = lowest;
        this.highest = highest;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    Group group() {
        return group;
    }

    String help() {
        return help;
    }

    Kind kind() {
        return kind;
    }

    /** What can be chosen of a {@link Kind#CHOICE} for a network. */
    List<String> choices(NetworkPreset network) {
        return switch (this) {
            case ARCHITECTURE -> ArchitectureChoices.of(network.channels(), network.architecture());
            case DECAY -> List.of(POLYNOMIAL, CONSTANT);
            default -> List.of();
        };
    }

    /** The field's text for a network. */
    String text(NetworkPreset network) {
        TrainingConfiguration t = network.training();
        return switch (this) {
            case ARCHITECTURE -> network.architecture();
            case FILTERS -> String.valueOf(network.filters());
            case LEVELS -> String.valueOf(network.levels());
            case SIZE_X -> String.valueOf(network.inputSize().get(0));
            case SIZE_Y -> String.valueOf(network.inputSize().get(1));
            case SIZE_Z -> String.valueOf(network.inputSize().get(2));
            case EPOCHS -> String.valueOf(t.epochs());
            case BATCH -> String.valueOf(t.batch());
            case LEARNING_RATE -> number(t.learningRate());
            case DECAY -> t.decay() == Decay.POLYNOMIAL ? POLYNOMIAL : CONSTANT;
            case WARM_UP -> String.valueOf(t.warmUpSteps());
            case MOMENTUM -> number(t.momentum());
            case WEIGHT_DECAY -> number(t.weightDecay());
            case GRADIENT_LIMIT -> number(t.gradientNormLimit());
            case SEED -> String.valueOf(t.seed());
            case THREADS -> String.valueOf(t.threads());
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** What is wrong with a text for a network, as a sentence; empty when nothing is. */
    Optional<String> problem(String text, NetworkPreset network) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.of(label + ": a value is missing.");
        }
        return switch (kind) {
            case CHOICE -> typed.equals(text(network)) || choices(network).contains(typed) ? Optional.empty()
                    : Optional.of(label + ": choose " + String.join(" or ", choices(network)) + ".");
            case SEED -> typed.matches("-?\\d{1,18}") ? Optional.empty() : Optional.of(label + ": '" + typed
                    + "' is no whole number of up to 18 digits.");
            case WHOLE -> !typed.matches("\\d{1,9}") ? Optional.of(label + ": '" + typed + "' is no whole number.")
                    : outOfRange(Long.parseLong(typed));
            case NUMBER -> numberProblem(typed);
        };
    }

    private Optional<String> numberProblem(String typed) {
        if (!typed.matches("[0-9]*\\.?[0-9]*([eE]-?[0-9]{1,3})?") || !typed.matches("\\.?[0-9].*")) {
            return Optional.of(label + ": '" + typed + "' is no number; write it as 0.025 or 1e-4.");
        }
        return outOfRange(Double.parseDouble(typed));
    }

    private Optional<String> outOfRange(double value) {
        if (value >= lowest && value <= highest) {
            return Optional.empty();
        }
        String range = switch (this) {
            case LEARNING_RATE -> "above 0, up to 100";
            case MOMENTUM, WEIGHT_DECAY -> "0 to below 1";
            default -> number(lowest) + " to " + number(highest);
        };
        return Optional.of(label + " is " + range + ", not " + number(value) + ".");
    }

    /** A network with texts in place of its settings; every text is without a {@link #problem}. */
    static NetworkPreset with(NetworkPreset base, Map<NetworkField, String> texts) {
        List<Integer> size = new ArrayList<>();
        List.of(SIZE_X, SIZE_Y, SIZE_Z).forEach(axis -> size.add(whole(texts, axis)));
        TrainingConfiguration t = base.training();
        double momentum = real(texts, MOMENTUM, t.momentum(), base);
        Decay decay = texts.get(DECAY).strip().equals(POLYNOMIAL) ? Decay.POLYNOMIAL : Decay.CONSTANT;
        TrainingConfiguration training = t.change()
                .learningRate(real(texts, LEARNING_RATE, t.learningRate(), base)).momentum(momentum)
                .nesterov(t.nesterov() && momentum > 0)
                .weightDecay(real(texts, WEIGHT_DECAY, t.weightDecay(), base))
                .gradientNormLimit(real(texts, GRADIENT_LIMIT, t.gradientNormLimit(), base))
                .warmUpSteps(whole(texts, WARM_UP)).decay(decay)
                .decayPower(decay == Decay.POLYNOMIAL && !(t.decayPower() > 0) ? 1 : t.decayPower())
                .epochs(whole(texts, EPOCHS)).batch(whole(texts, BATCH))
                .seed(Long.parseLong(texts.get(SEED).strip())).threads(whole(texts, THREADS)).configuration();
        return base.withArchitecture(texts.get(ARCHITECTURE).strip()).withSize(whole(texts, FILTERS), whole(texts, LEVELS), size).withTraining(training);
    }

    private static int whole(Map<NetworkField, String> texts, NetworkField field) {
        return Integer.parseInt(texts.get(field).strip());
    }

    /** A text that was not changed keeps the number behind it to the last digit. */
    private static double real(Map<NetworkField, String> texts, NetworkField field, double before,
            NetworkPreset base) {
        String text = texts.get(field).strip();
        return text.equals(field.text(base)) ? before : Double.parseDouble(text.toLowerCase(Locale.ROOT));
    }
}
