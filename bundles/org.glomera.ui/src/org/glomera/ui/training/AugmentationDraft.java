package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.network.augmentation.AugmentationInfo;
import org.glomera.network.augmentation.AugmentationParameter;
import org.glomera.network.augmentation.AugmentationSetting;

/** One augmentation with what the user has typed: whether it is used, how often, and its parameters. */
final class AugmentationDraft {

    private static final String NUMBER = "-?[0-9]*\\.?[0-9]*([eE]-?[0-9]{1,3})?";

    private final AugmentationInfo info;
    private final boolean installed;
    private final Optional<AugmentationSetting> base;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean used;
    private String probability;

    /**
     * Begins with what a network has.
     *
     * @param installed whether a plug-in brings it; of one that is not, nothing but the id is known
     * @param base the network's setting; empty when it does not use it
     */
    AugmentationDraft(AugmentationInfo info, boolean installed, Optional<AugmentationSetting> base) {
        this.info = Objects.requireNonNull(info);
        this.installed = installed;
        this.base = Objects.requireNonNull(base);
        reset();
    }

    /** As the network has it; with the plug-in's suggestions where it has none. */
    void reset() {
        AugmentationSetting begin = base.orElseGet(info::suggested);
        used = base.isPresent();
        probability = number(begin.probability());
        info.parameters().forEach(one -> texts.put(one.name(),
                number(begin.parameters().getOrDefault(one.name(), one.standard()))));
    }

    AugmentationInfo info() {
        return info;
    }

    boolean used() {
        return used;
    }

    void use(boolean now) {
        used = now;
    }

    String probability() {
        return probability;
    }

    void probability(String typed) {
        probability = typed.strip();
    }

    String text(AugmentationParameter parameter) {
        return texts.get(parameter.name());
    }

    void text(AugmentationParameter parameter, String typed) {
        texts.put(parameter.name(), typed.strip());
    }

    /** Takes what was typed of the same augmentation of another network. */
    void copy(AugmentationDraft other) {
        used = other.used;
        probability = other.probability;
        texts.putAll(other.texts);
    }

    /** Whether it differs from what the network has. */
    boolean changed() {
        return used != base.isPresent() || used && problem().isPresent() || used && !setting().equals(base);
    }

    /** What is wrong, as a sentence; empty for one that is not used. */
    Optional<String> problem() {
        if (!used) {
            return Optional.empty();
        }
        if (!installed) {
            return Optional.of("Augmentation '" + info.id() + "': no plug-in that is installed brings it. Switch it off,"
                    + " or install that plug-in.");
        }
        return probabilityProblem().or(() -> info.parameters().stream().map(this::problem).flatMap(Optional::stream)
                .findFirst());
    }

    /** What is wrong with how often it is used. */
    Optional<String> probabilityProblem() {
        Optional<Double> value = parsed(probability);
        return value.isPresent() && value.get() > 0 && value.get() <= 1 ? Optional.empty()
                : Optional.of(info.name() + ": the share of images is above 0 to 1, not '" + probability + "'.");
    }

    /** What is wrong with a parameter. */
    Optional<String> problem(AugmentationParameter parameter) {
        Optional<Double> value = parsed(text(parameter));
        return value.isPresent() && value.get() >= parameter.lowest() && value.get() <= parameter.highest()
                ? Optional.empty() : Optional.of(info.name() + ": '" + parameter.label() + "' is " + parameter.range()
                        + ", not '" + text(parameter) + "'.");
    }

    /** The setting; empty when it is not used or has a {@link #problem}. An unchanged one is the network's own. */
    Optional<AugmentationSetting> setting() {
        if (!used || problem().isPresent() && installed) {
            return Optional.empty();
        }
        if (!installed || base.isPresent() && same(base.get())) {
            return base;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, Double.valueOf(text)));
        return Optional.of(new AugmentationSetting(info.id(), Double.parseDouble(probability), values));
    }

    private boolean same(AugmentationSetting setting) {
        return probability.equals(number(setting.probability())) && info.parameters().stream().allMatch(one -> text(one)
                .equals(number(setting.parameters().getOrDefault(one.name(), one.standard()))));
    }

    private static Optional<Double> parsed(String text) {
        return text.matches(NUMBER) && text.matches("-?\\.?[0-9].*") ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** A network's augmentations: first its own in their order, which counts, then the others. */
    static List<AugmentationDraft> of(List<AugmentationInfo> infos, List<AugmentationSetting> base) {
        List<AugmentationDraft> drafts = new ArrayList<>();
        for (AugmentationSetting setting : base) {
            Optional<AugmentationInfo> info = infos.stream().filter(one -> one.id().equals(setting.id())).findFirst();
            drafts.add(new AugmentationDraft(info.orElseGet(() -> unknown(setting)), info.isPresent(),
                    Optional.of(setting)));
        }
        infos.stream().filter(info -> base.stream().noneMatch(setting -> setting.id().equals(info.id())))
                .forEach(info -> drafts.add(new AugmentationDraft(info, true, Optional.empty())));
        return List.copyOf(drafts);
    }

    private static AugmentationInfo unknown(AugmentationSetting setting) {
        return new AugmentationInfo(setting.id(), setting.id(), "No plug-in that is installed brings it.", "", 1,
                List.of());
    }
}
