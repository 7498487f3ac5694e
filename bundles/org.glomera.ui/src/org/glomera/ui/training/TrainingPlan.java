package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Afterwards;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Experiment;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.model.StudyNode.Study;

/** What the wizard's pages fill in together. Only on the UI thread. */
final class TrainingPlan {

    private final PipelineServices services;
    private final int threads;
    private Study study;
    private PresetSource source;
    private List<NetworkDraft> drafts = List.of();
    private List<String> evaluable;
    private boolean evaluates = true;
    private boolean compares = true;
    private boolean reports = true;
    private boolean withOthers = true;
    private String experiment = StudyRequest.EXPERIMENT;

    /**
     * Begins with a study.
     *
     * @param threads how many threads a training from a preset calculates with; 0 for as many as the preset says
     */
    TrainingPlan(PipelineServices services, Study study, int threads) {
        this.services = Objects.requireNonNull(services);
        this.threads = threads;
        study(study);
    }

    PipelineServices services() {
        return services;
    }

    Study study() {
        return study;
    }

    /** Takes another study; what was typed about runs is read anew. */
    void study(Study other) {
        study = Objects.requireNonNull(other);
        evaluable = null;
        List<String> taken = experiments();
        experiment = StudyRequest.EXPERIMENT;
        for (int i = 2; taken.contains(experiment); i++) {
            experiment = StudyRequest.EXPERIMENT + "-" + i;
        }
        if (source != null) {
            source(source);
        }
    }

    Path root() {
        return study.root();
    }

    /** The runs of the study by name, as they were last read. */
    Map<String, RunInfo> runs() {
        Map<String, RunInfo> runs = new LinkedHashMap<>();
        lines().stream().filter(Run.class::isInstance).map(Run.class::cast)
                .forEach(run -> runs.put(run.info().name(), run.info()));
        return runs;
    }

    List<String> experiments() {
        return lines().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast)
                .map(one -> one.info().name()).toList();
    }

    private List<StudyNode> lines() {
        return study.children().stream().filter(Group.class::isInstance).flatMap(group -> group.children().stream())
                .toList();
    }

    Optional<PresetSource> source() {
        return Optional.ofNullable(source);
    }

    /** Takes other settings to start from; what was typed is forgotten. */
    void source(PresetSource other) {
        source = other;
        Map<String, RunInfo> runs = runs();
        drafts = other == null ? List.of() : other.networks().stream()
                .map(network -> new NetworkDraft(network, runs, other.isRun() ? 0 : threads)).toList();
    }

    List<NetworkDraft> drafts() {
        return drafts;
    }

    List<NetworkDraft> chosen() {
        return drafts.stream().filter(NetworkDraft::chosen).toList();
    }

    /** What keeps the chosen networks from being trained, with the network's name in front where there are several. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (NetworkDraft draft : chosen()) {
            String prefix = drafts.size() > 1 ? draft.base().name() + " \u2013 " : "";
            draft.problems().forEach(problem -> problems.add(prefix + problem));
        }
        List<String> names = chosen().stream().map(NetworkDraft::name).toList();
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).findFirst()
                .ifPresent(name -> problems.add("Two networks have the run name " + name + "."));
        return problems;
    }

    boolean evaluates() {
        return evaluates;
    }

    boolean compares() {
        return evaluates && compares;
    }

    boolean reports() {
        return compares() && reports;
    }

    boolean withOthers() {
        return withOthers;
    }

    void evaluates(boolean now) {
        evaluates = now;
    }

    void compares(boolean now) {
        compares = now;
    }

    void reports(boolean now) {
        reports = now;
    }

    void withOthers(boolean now) {
        withOthers = now;
    }

    String experiment() {
        return experiment;
    }

    void experiment(String name) {
        experiment = name.strip();
    }

    /** Takes which of the other runs can be measured; null for not known. */
    void evaluable(List<String> names) {
        evaluable = names == null ? null : List.copyOf(names);
    }

    /** Other finished runs of the study that can be compared with, as far as is known. */
    List<String> otherRuns() {
        List<String> own = chosen().stream().flatMap(draft -> draft.runNames().stream()).toList();
        return runs().values().stream().filter(run -> run.state() == RunState.FINISHED).map(RunInfo::name)
                .filter(name -> !own.contains(name) && (evaluable == null || evaluable.contains(name))).toList();
    }

    /** The request, when there are no {@link #problems()}. */
    TrainingRequest request() {
        List<Task> tasks = new ArrayList<>();
        for (NetworkDraft draft : chosen()) {
            NetworkPreset network = draft.network().orElseThrow();
            String preset = source.name().replaceFirst(" \\(changed\\)$", "");
            tasks.add(new Task(network, presetName(draft, preset), draft.plan() == RunPlan.ANEW));
        }
        List<String> runs = new ArrayList<>(withOthers ? otherRuns() : List.of());
        runs.addAll(tasks.stream().flatMap(task -> task.network().runs().stream()).map(NetworkPreset::runName).toList());
        return new TrainingRequest(root(), tasks, evaluates
                ? Optional.of(new Afterwards(experiment, runs, compares(), reports())) : Optional.empty());
    }

    private String presetName(NetworkDraft draft, String preset) {
        return draft.plan() == RunPlan.RESUME || draft.changes() == 0 ? source.name() : preset + " (changed)";
    }
}
