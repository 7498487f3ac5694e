package org.glomera.ui.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyJson;

/** A network of the wizard with what the user has typed so far. Only on the UI thread. */
final class NetworkDraft {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private final NetworkPreset base;
    private final Map<NetworkField, String> texts = new EnumMap<>(NetworkField.class);
    private final Map<String, RunInfo> runs;
    private boolean chosen = true;
    private String name;
    private boolean anew;

    /**
     * Begins with the settings of a preset.
     *
     * @param runs the runs of the study by their names
     * @param threads how many threads calculate; 0 for as many as the preset says
     */
    NetworkDraft(NetworkPreset base, Map<String, RunInfo> runs, int threads) {
        this.base = Objects.requireNonNull(base);
        this.runs = Map.copyOf(runs);
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
        for (int i = 2; runs.containsKey(free); i++) {
            free = stem + "-" + i;
        }
        name(free);
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
        for (NetworkField field : NetworkField.values()) {
            texts.put(field, field.text(base));
        }
    }

    boolean isChanged(NetworkField field) {
        return !texts.get(field).strip().equals(field.text(base));
    }

    /** How many settings differ from the preset's. */
    int changes() {
        return (int) Arrays.stream(NetworkField.values()).filter(this::isChanged).count();
    }

    /** What is wrong with a field, also in its relation to others. */
    Optional<String> problem(NetworkField field) {
        Optional<String> own = field.problem(texts.get(field), base);
        if (own.isPresent() || !isSize(field)
                || NetworkField.LEVELS.problem(texts.get(NetworkField.LEVELS), base).isPresent()) {
            return own;
        }
        int unit = 1 << Integer.parseInt(texts.get(NetworkField.LEVELS).strip());
        int size = Integer.parseInt(texts.get(field).strip());
        return size % unit == 0 ? Optional.empty() : Optional.of(field.label() + ": " + size + " is no multiple of "
                + unit + ", which " + texts.get(NetworkField.LEVELS).strip() + " levels need; take "
                + Math.max(unit, size / unit * unit) + " or " + (size / unit + 1) * unit + ".");
    }

    private static boolean isSize(NetworkField field) {
        return field == NetworkField.SIZE_X || field == NetworkField.SIZE_Y || field == NetworkField.SIZE_Z;
    }

    /** What is wrong with the name. */
    Optional<String> nameProblem() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("Run: a name has lower-case letters, digits, - and _, at most 40, and begins with a letter"
                    + " or digit.");
        }
        if (runs.containsKey(name) && !anew && !canResume()) {
            return Optional.of("Run: there is a run " + name + (sameSettings() ? ", which is finished"
                    : " with other settings") + ". Choose another name, or start it anew.");
        }
        return Optional.empty();
    }

    /** What is wrong, in the order of the fields; the name first. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        nameProblem().ifPresent(problems::add);
        for (NetworkField field : NetworkField.values()) {
            problem(field).ifPresent(problems::add);
        }
        return problems;
    }

    /** The run of this name that is there. */
    Optional<RunInfo> there() {
        return Optional.ofNullable(runs.get(name));
    }

    /** Whether the run that is there has these settings and epochs left. */
    boolean canResume() {
        return there().filter(run -> sameSettings() && !(run.state() == RunState.FINISHED && !run.keptEarly()))
                .isPresent();
    }

    private boolean sameSettings() {
        return there().isPresent() && network().isPresent() && StudyJson.toText(there().get().configuration())
                .equals(StudyJson.toText(StudyJson.toTree(network().get())));
    }

    RunPlan plan() {
        return there().isEmpty() ? RunPlan.NEW : anew || !canResume() ? RunPlan.ANEW : RunPlan.RESUME;
    }

    /** Finished epochs that are not trained again. */
    int epochsDone() {
        return plan() == RunPlan.RESUME ? there().orElseThrow().epochsDone() : 0;
    }

    /** The network as it is typed; empty while a setting or the name cannot be used. */
    Optional<NetworkPreset> network() {
        for (NetworkField field : NetworkField.values()) {
            if (problem(field).isPresent()) {
                return Optional.empty();
            }
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(NetworkField.with(base, texts).named(name, title()));
    }

    /** The title names the run where it is not the preset's. */
    private String title() {
        return name.equals(base.name()) ? base.title() : base.title().replaceFirst(" \\(run .*\\)$", "") + " (run " + name
                + ")";
    }
}
