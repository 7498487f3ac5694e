package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.glomera.network.augmentation.Augmentations;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.Names;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyJson;

/** A network of the wizard with what the user has typed so far. Only on the UI thread. */
final class NetworkDraft {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private final NetworkPreset base;
    private final Map<NetworkField, String> texts = new EnumMap<>(NetworkField.class);
    private final Map<String, RunInfo> runs;
    private final List<AugmentationDraft> augmentations;
    private boolean chosen = true;
    private String name;
    private boolean anew;
    private int folds;
    private String start;

    /**
     * Begins with the settings of a preset.
     *
     * @param runs the runs of the study by their names
     * @param threads how many threads calculate; 0 for as many as the preset says
     */
    NetworkDraft(NetworkPreset base, Map<String, RunInfo> runs, int threads) {
        this.base = base.fold().none() ? base : base.withFolds(base.fold().of());
        this.runs = Map.copyOf(runs);
        this.augmentations = AugmentationDraft.of(Augmentations.ofPlugins().infos(), base.training().augmentations());
        reset();
        if (threads > 0) {
            set(NetworkField.THREADS, String.valueOf(threads));
        }
        this.name = base.name();
        if (plan() != RunPlan.RESUME) {
            useFreeName();
        }
    }

    NetworkPreset base() {
        return base;
    }

    boolean chosen() {
        return chosen;
    }

    void choose(boolean now) {
        chosen = now;
    }

    String name() {
        return name;
    }

    void name(String typed) {
        name = typed.strip();
        anew = false;
    }

    /** Takes the first name of this network that no run has: {@code network1}, {@code network1-2}, … */
    void useFreeName() {
        String stem = base.name().replaceFirst("-\\d+$", "");
        String free = stem;
        for (int i = 2; isTaken(free); i++) {
            free = stem + "-" + i;
        }
        name(free);
    }

    private boolean isTaken(String wanted) {
        return runs.keySet().stream().anyMatch(run -> run.equals(wanted) || run.startsWith(wanted + "_fold"));
    }

    /** Number of folds of a cross-validation; 0 for one run on all training cases. */
    int folds() {
        return folds;
    }

    void folds(int chosen) {
        folds = chosen;
        anew = false;
    }

    /** What the first weights are taken of; empty for random ones. */
    String start() {
        return start;
    }

    void start(String chosen) {
        start = chosen;
    }

    /** The runs of the study whose weights a training can begin with. */
    List<RunInfo> possibleSources() {
        return runs.values().stream().filter(run -> run.state() == RunState.FINISHED)
                .sorted(Comparator.comparing(RunInfo::name, Names.NATURAL_ORDER)).toList();
    }

    /** What is wrong with what the training starts from. */
    Optional<String> startProblem() {
        return !start.isEmpty() && runNames().contains(start) ? Optional.of("Start from: a run cannot start from itself."
                + " Choose another name for it, or other weights.") : Optional.empty();
    }

    /** The names of the runs that are trained. */
    List<String> runNames() {
        return folds == 0 ? List.of(name) : IntStream.rangeClosed(1, folds).mapToObj(fold -> name + "_fold" + fold)
                .toList();
    }

    /** Whether the run that is there is thrown away. */
    void anew(boolean now) {
        anew = now;
    }

    String text(NetworkField field) {
        return texts.get(field);
    }

    void set(NetworkField field, String typed) {
        texts.put(field, typed);
    }

    /** All settings as the preset has them; the name stays. */
    void reset() {
        folds = base.folds();
        start = base.startFrom();
        for (NetworkField field : NetworkField.values()) {
            texts.put(field, field.text(base));
        }
        augmentations.forEach(AugmentationDraft::reset);
    }

    /** Every augmentation that is installed or that the network uses. */
    List<AugmentationDraft> augmentations() {
        return augmentations;
    }

    boolean augmentationsChanged() {
        return augmentations.stream().anyMatch(AugmentationDraft::changed);
    }

    /** Takes what was typed of another network's augmentations. */
    void copyAugmentations(NetworkDraft other) {
        for (AugmentationDraft one : augmentations) {
            other.augmentations.stream().filter(theirs -> theirs.info().id().equals(one.info().id()))
                    .filter(theirs -> !theirs.used() || one.info().isFor(base.channels())).findFirst()
                    .ifPresent(one::copy);
        }
    }

    boolean isChanged(NetworkField field) {
        return !texts.get(field).strip().equals(field.text(base));
    }

    /** How many settings differ from the preset's; each augmentation counts as one. */
    int changes() {
        return (int) (Arrays.stream(NetworkField.values()).filter(this::isChanged).count()
                + augmentations.stream().filter(AugmentationDraft::changed).count())
                + (folds == base.folds() ? 0 : 1) + (start.equals(base.startFrom()) ? 0 : 1);
    }

    /** Whether a setting means anything beside the others; one that does not is kept as it is. */
    boolean applies(NetworkField field) {
        return field.applies(texts);
    }

    /** What is wrong with a field, also in its relation to others. */
    Optional<String> problem(NetworkField field) {
        Optional<String> own = field.problem(texts.get(field), base);
        if (own.isPresent()) {
            return own;
        }
        return switch (field) {
            case SIZE_X, SIZE_Y, SIZE_Z -> sizeProblem(field);
            case DECAY_EPOCHS -> applies(field) && isZero(field) ? Optional.of(field.label() + ": the learning rate falls in"
                    + " steps; say after how many epochs, 1 or more.") : Optional.empty();
            case PATIENCE -> patienceProblem();
            default -> own;
        };
    }

    private boolean isZero(NetworkField field) {
        return texts.get(field).strip().matches("0+");
    }

    private Optional<String> patienceProblem() {
        Optional<String> share = NetworkField.VALIDATION.problem(texts.get(NetworkField.VALIDATION), base);
        return isZero(NetworkField.PATIENCE) || folds > 0 || share.isPresent()
                || Double.parseDouble(texts.get(NetworkField.VALIDATION).strip()) > 0 ? Optional.empty()
                        : Optional.of(NetworkField.PATIENCE.label() + ": early stopping watches validation cases, and there are"
                                + " none; set a share of the training patients as Validation, for instance 0.2, or"
                                + " cross-validate.");
    }

    private Optional<String> sizeProblem(NetworkField field) {
        if (NetworkField.LEVELS.problem(texts.get(NetworkField.LEVELS), base).isPresent()) {
            return Optional.empty();
        }
        int unit = 1 << Integer.parseInt(texts.get(NetworkField.LEVELS).strip());
        int size = Integer.parseInt(texts.get(field).strip());
        return size % unit == 0 ? Optional.empty() : Optional.of(field.label() + ": " + size + " is no multiple of "
                + unit + ", which " + texts.get(NetworkField.LEVELS).strip() + " levels need; take "
                + Math.max(unit, size / unit * unit) + " or " + (size / unit + 1) * unit + ".");
    }

    /** What is wrong with the name. */
    Optional<String> nameProblem() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("Run: a name has lower-case letters, digits, - and _, at most 40, and begins with a letter"
                    + " or digit.");
        }
        if (there().isPresent() && !anew && !canResume()) {
            return Optional.of("Run: there is a run " + there().get().name() + (sameSettings() ? ", which is finished"
                    : " with other settings") + ". Choose another name, or start it anew.");
        }
        return Optional.empty();
    }

    /** What is wrong, in the order of the fields; the name first. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        nameProblem().ifPresent(problems::add);
        startProblem().ifPresent(problems::add);
        for (NetworkField field : NetworkField.values()) {
            problem(field).ifPresent(problems::add);
        }
        augmentations.forEach(one -> one.problem().ifPresent(problems::add));
        return problems;
    }

    /** The run of this name that is there; of folds, the first. */
    Optional<RunInfo> there() {
        return allThere().stream().findFirst();
    }

    /** The runs that are there, in the order of the folds. */
    List<RunInfo> allThere() {
        return runNames().stream().map(runs::get).filter(Objects::nonNull).toList();
    }

    /** Whether the run that is there has these settings and epochs left. */
    boolean canResume() {
        boolean left = allThere().size() < runNames().size()
                || allThere().stream().anyMatch(run -> !(run.state() == RunState.FINISHED && !run.keptEarly()));
        return there().isPresent() && left && sameSettings();
    }

    private boolean sameSettings() {
        return there().isPresent() && network().isPresent() && network().get().runs().stream()
                .allMatch(run -> !runs.containsKey(run.runName()) || isSame(run, runs.get(run.runName())));
    }

    /** Whether settings are a run's; what its first weights were is said by the name of what they were taken of. */
    private static boolean isSame(NetworkPreset network, RunInfo run) {
        boolean pinned = network.startFrom().isEmpty() || !network.startFromSha256().isEmpty();
        NetworkPreset asRecorded = pinned ? network : network.withStart(network.startFrom(),
                run.configuration().path("startFromSha256").asText(""));
        return StudyJson.toText(run.configuration()).equals(StudyJson.toText(StudyJson.toTree(asRecorded)));
    }

    RunPlan plan() {
        return there().isEmpty() ? RunPlan.NEW : anew || !canResume() ? RunPlan.ANEW : RunPlan.RESUME;
    }

    /** Finished epochs that are not trained again. */
    int epochsDone() {
        return plan() == RunPlan.RESUME ? allThere().stream().mapToInt(RunInfo::epochsDone).sum() : 0;
    }

    /** Epochs of all runs together. */
    int epochsPlanned() {
        return runNames().size() * there().map(RunInfo::epochsPlanned).orElse(0);
    }

    /** The network as it is typed; empty while a setting or the name cannot be used. */
    Optional<NetworkPreset> network() {
        for (NetworkField field : NetworkField.values()) {
            if (problem(field).isPresent()) {
                return Optional.empty();
            }
        }
        if (!NAME.matcher(name).matches() || augmentations.stream().anyMatch(one -> one.problem().isPresent())) {
            return Optional.empty();
        }
        NetworkPreset network = NetworkField.with(base, texts);
        NetworkPreset typed = network.withTraining(network.training().change().augmentations(augmentations.stream()
                .map(AugmentationDraft::setting).flatMap(Optional::stream).toList()).configuration())
                .withFolds(folds).named(name, title());
        return Optional.of(start.equals(base.startFrom()) ? typed : typed.withStart(start, ""));
    }

    /** The title names the run where it is not the preset's. */
    private String title() {
        return name.equals(base.name()) ? base.title() : base.title().replaceFirst(" \\(run .*\\)$", "") + " (run " + name
                + ")";
    }
}
