package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
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
    EPOCHS("Epochs", "", Group.TRAINING, "How often every training image is seen. The last epoch is reported, with early"
            + " stopping the best one by the validation cases.", Kind.WHOLE, 1, 1_000_000),
    BATCH("Batch", "images a step", Group.TRAINING, "Images whose gradients are averaged for one step.", Kind.WHOLE, 1,
            1000),
    LOSS("Loss", "", Group.TRAINING, "What training makes small: one less the Dice coefficient, or the mean of that and of"
            + " the voxels' cross-entropy, which has a slope where the Dice coefficient has none.", Kind.CHOICE, 0, 0),
    OPTIMISER("Optimiser", "", Group.TRAINING, "SGD is stochastic gradient descent. Adam needs a learning rate of a tenth"
            + " and less of that of SGD.", Kind.CHOICE, 0, 0),
    LEARNING_RATE("Learning rate", "", Group.TRAINING, "The largest learning rate, after the warm-up.", Kind.NUMBER,
            Double.MIN_VALUE, 100),
    DECAY("Learning rate falls", "", Group.TRAINING, "How the learning rate falls after the warm-up: to zero at the last"
            + " step, by a factor after every so many epochs, or not at all.", Kind.CHOICE, 0, 0),
    DECAY_FACTOR("Falls by the factor", "above 0, below 1", Group.TRAINING, "What the learning rate is multiplied by at each"
            + " step down.", Kind.NUMBER, Double.MIN_VALUE, Math.nextDown(1.0)),
    DECAY_EPOCHS("Falls every", "epochs", Group.TRAINING, "After how many epochs the learning rate steps down.", Kind.WHOLE,
            0, 1_000_000),
    WARM_UP("Warm-up", "steps", Group.TRAINING, "First steps in which the learning rate rises in a straight line.",
            Kind.WHOLE, 0, 1_000_000),
    MOMENTUM("Momentum", "0 to below 1", Group.TRAINING, "Share of the last update that goes on; 0 for plain gradient"
            + " descent. Adam has its own.", Kind.NUMBER, 0, Math.nextDown(1.0)),
    WEIGHT_DECAY("Weight decay", "0 for none", Group.TRAINING, "Factor of the weights that is added to their gradient;"
            + " with Adam, times the learning rate, taken off the weights.", Kind.NUMBER, 0, Math.nextDown(1.0)),
    GRADIENT_LIMIT("Limit of the gradient", "norm, 0 for none", Group.TRAINING, "A gradient with a larger norm is scaled"
            + " down to it.", Kind.NUMBER, 0, 1e9),
    VALIDATION("Validation", "share, 0 for none", Group.STOPPING, "Share of the training patients that are taken off to"
            + " watch the training by. It is not learned from them, and they are not the test cases.", Kind.NUMBER, 0,
            NetworkPreset.LARGEST_SHARE),
    PATIENCE("Patience", "epochs, 0 for none", Group.STOPPING, "After so many epochs without a gain of the validation cases'"
            + " Dice the training ends, and the best epoch is reported.", Kind.WHOLE, 0, 1_000_000),
    SMALLEST_GAIN("Smallest gain", "of the Dice", Group.STOPPING, "The validation cases' Dice rises by more than this for a"
            + " gain.", Kind.NUMBER, 0, Math.nextDown(1.0)),
    SEED("Seed", "", Group.REPEATING, "Of the initial weights and of the images' order: the same seed and number of"
            + " threads give the same weights again.", Kind.SEED, 0, 0),
    THREADS("Threads", "", Group.REPEATING, "Threads that calculate. Another number may round differently.", Kind.WHOLE,
            1, 256);

    /** Fields that stand together. */
    enum Group {
        NETWORK("Network"),
        TRAINING("Training"),
        STOPPING("Early stopping"),
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

    private static final Map<String, Decay> DECAYS = words("to zero", Decay.POLYNOMIAL, "in steps", Decay.STEP,
            "not at all", Decay.CONSTANT);
    private static final Map<String, Optimiser> OPTIMISERS = words("SGD", Optimiser.SGD, "Adam", Optimiser.ADAM);
    private static final Map<String, Loss> LOSSES = words("Dice", Loss.DICE, "Dice and cross-entropy",
            Loss.DICE_CROSS_ENTROPY);

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
            case DECAY -> List.copyOf(DECAYS.keySet());
            case OPTIMISER -> List.copyOf(OPTIMISERS.keySet());
            case LOSS -> List.copyOf(LOSSES.keySet());
            default -> List.of();
        };
    }

    /** Whether the setting means anything beside the others, which may be no values. */
    boolean applies(Map<NetworkField, String> texts) {
        return switch (this) {
            case MOMENTUM -> OPTIMISERS.get(texts.get(OPTIMISER).strip()) != Optimiser.ADAM;
            case DECAY_FACTOR, DECAY_EPOCHS -> DECAYS.get(texts.get(DECAY).strip()) == Decay.STEP;
            case SMALLEST_GAIN -> !texts.get(PATIENCE).strip().equals("0");
            default -> true;
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
            case LOSS -> word(LOSSES, t.loss());
            case OPTIMISER -> word(OPTIMISERS, t.optimiser());
            case DECAY -> word(DECAYS, t.decay());
            case DECAY_FACTOR -> number(t.decayFactor());
            case DECAY_EPOCHS -> String.valueOf(t.decayEpochs());
            case VALIDATION -> number(network.validationShare());
            case PATIENCE -> String.valueOf(t.patienceEpochs());
            case SMALLEST_GAIN -> number(t.smallestGain());
            case WARM_UP -> String.valueOf(t.warmUpSteps());
            case MOMENTUM -> number(t.momentum());
            case WEIGHT_DECAY -> number(t.weightDecay());
            case GRADIENT_LIMIT -> number(t.gradientNormLimit());
            case SEED -> String.valueOf(t.seed());
            case THREADS -> String.valueOf(t.threads());
        };
    }

    private static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream().filter(entry -> entry.getValue() == value).findFirst().orElseThrow().getKey();
    }

    private static <T> Map<String, T> words(String one, T first, String two, T second) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(one, first);
        words.put(two, second);
        return words;
    }

    private static <T> Map<String, T> words(String one, T first, String two, T second, String three, T third) {
        Map<String, T> words = words(one, first, two, second);
        words.put(three, third);
        return words;
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
            case MOMENTUM, WEIGHT_DECAY, SMALLEST_GAIN -> "0 to below 1";
            case DECAY_FACTOR -> "above 0 and below 1";
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
        Decay decay = DECAYS.get(texts.get(DECAY).strip());
        TrainingConfiguration training = t.change().loss(LOSSES.get(texts.get(LOSS).strip()))
                .optimiser(OPTIMISERS.get(texts.get(OPTIMISER).strip()))
                .learningRate(real(texts, LEARNING_RATE, t.learningRate(), base)).momentum(momentum)
                .nesterov(t.nesterov() && momentum > 0)
                .weightDecay(real(texts, WEIGHT_DECAY, t.weightDecay(), base))
                .gradientNormLimit(real(texts, GRADIENT_LIMIT, t.gradientNormLimit(), base))
                .warmUpSteps(whole(texts, WARM_UP)).decay(decay)
                .decayPower(decay == Decay.POLYNOMIAL && !(t.decayPower() > 0) ? 1 : t.decayPower())
                .decayFactor(real(texts, DECAY_FACTOR, t.decayFactor(), base)).decayEpochs(whole(texts, DECAY_EPOCHS))
                .patienceEpochs(whole(texts, PATIENCE))
                .smallestGain(real(texts, SMALLEST_GAIN, t.smallestGain(), base))
                .epochs(whole(texts, EPOCHS)).batch(whole(texts, BATCH))
                .seed(Long.parseLong(texts.get(SEED).strip())).threads(whole(texts, THREADS)).configuration();
        return base.withArchitecture(texts.get(ARCHITECTURE).strip())
                .withSize(whole(texts, FILTERS), whole(texts, LEVELS), size).withTraining(training)
                .withValidationShare(real(texts, VALIDATION, base.validationShare(), base));
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
