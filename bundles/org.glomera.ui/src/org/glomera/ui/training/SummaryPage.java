package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.estimating.NetworkForecast;
import org.glomera.pipeline.estimating.Sizes;
import org.glomera.pipeline.estimating.Speed;
import org.glomera.pipeline.estimating.TimeEstimate;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.Names;
import org.glomera.ui.Texts;
import org.glomera.ui.jobs.WorkAtClosing;

/** The third page: cases, memory and time of each network, what may go wrong, and what is done afterwards. */
final class SummaryPage extends WizardPage {

    private static final int NETWORKS_PX = 88;
    private static final int CASES_PX = 84;
    private static final String WORKING = "\u2026";

    private final TrainingPlan plan;
    private TableViewer networks;
    private TableViewer cases;
    private Label casesTitle;
    private Composite notes;
    private Button evaluate;
    private Button compare;
    private Button report;
    private Button others;
    private Text experiment;
    private Outlook outlook;
    private String failure;
    private Job looking;
    private Job measuring;
    private String measuringProblem;

    SummaryPage(TrainingPlan plan) {
        super("summary");
        this.plan = plan;
        setTitle("Summary");
        setDescription("Finish starts the training in the background; the Progress view shows how far it is.");
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Layouts.page(parent);
        createNetworks(page);
        notes = Layouts.plain(page, 2);
        notes.setLayoutData(Layouts.wide(1));
        casesTitle = new Label(page, SWT.NONE);
        casesTitle.setLayoutData(Layouts.wide(1));
        createCases(page);
        createAfterwards(page);
        setControl(page);
    }

    private void createNetworks(Composite page) {
        networks = table(page, NETWORKS_PX);
        this.<NetworkDraft>column(networks, "Run", 130, NetworkDraft::name);
        this.<NetworkDraft>column(networks, "Begins", 150, SummaryPage::begins);
        this.<NetworkDraft>column(networks, "Training", 75, draft -> forecast(draft)
                .map(one -> String.valueOf(one.cases().training().size())).orElse(WORKING));
        this.<NetworkDraft>column(networks, "Test", 55, draft -> forecast(draft)
                .map(one -> String.valueOf(one.cases().test().size())).orElse(WORKING));
        this.<NetworkDraft>column(networks, "Left out", 75, draft -> forecast(draft)
                .map(one -> String.valueOf(one.cases().excluded().size())).orElse(WORKING));
        this.<NetworkDraft>column(networks, "Memory", 85, draft -> forecast(draft)
                .map(one -> Sizes.inWords(one.memoryBytes())).orElse(WORKING));
        this.<NetworkDraft>column(networks, "Time", 270, draft -> time(draft).map(TimeEstimate::inWords)
                .orElse(outlook == null ? WORKING : measuring == null ? Texts.NONE : "measuring" + WORKING));
    }

    private void createCases(Composite page) {
        cases = table(page, CASES_PX);
        this.<Outlook.LeftOut>column(cases, "Case", 90, Outlook.LeftOut::caseId);
        this.<Outlook.LeftOut>column(cases, "Role", 75, Outlook.LeftOut::role);
        this.<Outlook.LeftOut>column(cases, "Left out of", 170, Outlook.LeftOut::networks);
        this.<Outlook.LeftOut>column(cases, "Why", 500, Outlook.LeftOut::reason);
    }

    private static TableViewer table(Composite page, int height) {
        TableViewer table = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLayoutData(Layouts.all(height));
        table.setContentProvider(ArrayContentProvider.getInstance());
        return table;
    }

    @SuppressWarnings("unchecked")
    private <E> void column(TableViewer table, String title, int width, Function<E, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((E) element);
            }
        });
    }

    private void createAfterwards(Composite page) {
        Group group = Layouts.group(page, "Afterwards", 4);
        group.setLayoutData(Layouts.wide(1));
        evaluate = check(group, "Measure the test cases", plan::evaluates);
        compare = check(group, "Compare the networks", plan::compares);
        report = check(group, "Write the report", plan::reports);
        others = check(group, "", plan::withOthers);
        Composite name = Layouts.plain(group, 2);
        name.setLayoutData(Layouts.wide(4));
        new Label(name, SWT.NONE).setText("Experiment:");
        experiment = new Text(name, SWT.BORDER);
        experiment.setToolTipText("The results are written to this experiment of the study.");
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = 220;
        experiment.setLayoutData(place);
        experiment.addListener(SWT.Modify, event -> {
            plan.experiment(experiment.getText());
            check();
        });
    }

    private Button check(Composite parent, String words, Consumer<Boolean> taken) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(words);
        button.setSelection(true);
        button.addListener(SWT.Selection, event -> {
            taken.accept(button.getSelection());
            check();
        });
        return button;
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            look();
        } else {
            stop();
        }
        super.setVisible(visible);
    }

    /** Ends what goes on in the background for this page. */
    void stop() {
        for (Job job : new Job[] {looking, measuring}) {
            if (job != null) {
                job.cancel();
            }
        }
    }

    private void look() {
        stop();
        outlook = null;
        failure = null;
        measuringProblem = null;
        measuring = null;
        experiment.setText(plan.experiment());
        networks.setInput(plan.chosen());
        cases.setInput(List.of());
        casesTitle.setText("");
        List<NetworkPreset> chosen = plan.chosen().stream().map(draft -> draft.network().orElseThrow()).toList();
        plan.evaluable(null);
        List<String> otherRuns = plan.otherRuns();
        Path root = plan.root();
        looking = Background.run(getControl(), "Looking at a study", monitor -> Outlook.of(plan.services(), root, chosen,
                otherRuns, monitor), this::lookedAt, sentence -> {
                    failure = sentence;
                    check();
                });
        check();
    }

    private void lookedAt(Outlook found) {
        outlook = found;
        plan.evaluable(found.evaluable());
        cases.setInput(found.leftOut());
        if (!found.unmeasured().isEmpty() && found.obstacle().isEmpty()) {
            measure(found);
        }
        check();
    }

    private void measure(Outlook found) {
        boolean busy = WorkAtClosing.running().stream().anyMatch(job -> job.getState() == Job.RUNNING);
        TrainingForecast service = plan.services().forecast();
        List<NetworkPreset> wanted = found.unmeasured();
        measuring = Background.run(getControl(), "Measuring the speed of training", monitor -> busy
                ? unmeasured(service, wanted) : measured(service, wanted, monitor), speeds -> {
                    if (outlook == found) {
                        measuring = null;
                        outlook = found.withSpeeds(speeds);
                        check();
                    }
                }, sentence -> {
                    measuring = null;
                    measuringProblem = sentence;
                    check();
                });
    }

    private static Map<String, Speed> unmeasured(TrainingForecast service, List<NetworkPreset> wanted)
            throws GlomeraException {
        Map<String, Speed> speeds = new LinkedHashMap<>();
        for (NetworkPreset network : wanted) {
            speeds.put(network.name(), service.unmeasured(network));
        }
        return speeds;
    }

    /** Measures the network that takes longest; the others are scaled from it. */
    private static Map<String, Speed> measured(TrainingForecast service, List<NetworkPreset> wanted,
            IProgressMonitor monitor) throws GlomeraException {
        NetworkPreset longest = wanted.get(0);
        for (NetworkPreset network : wanted) {
            if (service.cost(network).forwardFlop() > service.cost(longest).forwardFlop()) {
                longest = network;
            }
        }
        Speed speed = service.measured(longest, monitor);
        Map<String, Speed> speeds = new LinkedHashMap<>();
        for (NetworkPreset network : wanted) {
            speeds.put(network.name(), speed.scaledTo(service.cost(longest), service.cost(network)));
        }
        return speeds;
    }

    private Optional<NetworkForecast> forecast(NetworkDraft draft) {
        return outlook == null ? Optional.empty() : Optional.ofNullable(outlook.forecasts().get(draft.name()));
    }

    private Optional<TimeEstimate> time(NetworkDraft draft) {
        return outlook == null ? Optional.empty() : outlook.time(draft.name(), draft.epochsDone());
    }

    private static String begins(NetworkDraft draft) {
        return switch (draft.plan()) {
            case NEW -> "new" + folds(draft);
            case RESUME -> "after epoch " + draft.epochsDone() + " of " + draft.epochsPlanned();
            case ANEW -> draft.folds() > 0 ? "anew" + folds(draft) : "anew, the run is lost";
        };
    }

    private static String folds(NetworkDraft draft) {
        return draft.folds() > 0 ? ", " + draft.folds() + " folds" : "";
    }

    private void check() {
        if (notes == null || notes.isDisposed()) {
            return;
        }
        networks.refresh();
        compare.setEnabled(plan.evaluates());
        report.setEnabled(plan.compares());
        experiment.setEnabled(plan.evaluates());
        List<String> further = plan.otherRuns();
        others.setText(further.isEmpty() ? "Only these runs" : "With " + String.join(", ", further));
        others.setEnabled(plan.evaluates() && !further.isEmpty());
        showNotes();
        Optional<String> obstacle = obstacle();
        setErrorMessage(obstacle.orElse(null));
        setPageComplete(outlook != null && obstacle.isEmpty());
        ((Composite) getControl()).layout(true, true);
    }

    private Optional<String> obstacle() {
        if (failure != null) {
            return Optional.of(failure);
        }
        if (plan.evaluates() && !Names.isName(plan.experiment())) {
            return Optional.of("Experiment: a name has up to 64 letters, digits, '-', '_' and '.', and begins with a"
                    + " letter or digit.");
        }
        return outlook == null ? Optional.empty() : outlook.obstacle();
    }

    private void showNotes() {
        for (Control old : notes.getChildren()) {
            old.dispose();
        }
        if (outlook == null) {
            note(Dialog.DLG_IMG_MESSAGE_INFO, failure == null ? "Looking at the study\u2026" : "The study could not be"
                    + " looked at.");
            return;
        }
        List<String> warnings = new ArrayList<>(outlook.warnings());
        if (plan.evaluates() && plan.experiments().contains(plan.experiment())) {
            warnings.add("The experiment " + plan.experiment() + " is there; its tables and its report are replaced.");
        }
        if (measuringProblem != null) {
            warnings.add("The time could not be measured: " + measuringProblem);
        }
        warnings.forEach(words -> note(Dialog.DLG_IMG_MESSAGE_WARNING, words));
        total().ifPresent(words -> note(Dialog.DLG_IMG_MESSAGE_INFO, words));
        outlook.notes().forEach(words -> note(Dialog.DLG_IMG_MESSAGE_INFO, words));
        int left = outlook.leftOut().size();
        casesTitle.setText(left == 0 ? "No case is left out as far as is known." : "Cases that are left out:");
    }

    private Optional<String> total() {
        List<NetworkDraft> chosen = plan.chosen();
        if (chosen.size() < 2) {
            return Optional.empty();
        }
        return chosen.stream().map(this::time).reduce((one, other) -> one.flatMap(a -> other.map(a::plus)))
                .flatMap(sum -> sum).map(sum -> "The networks are trained one after the other: " + sum.inWords()
                        + " altogether.");
    }

    private void note(String icon, String words) {
        Label image = new Label(notes, SWT.NONE);
        image.setImage(JFaceResources.getImage(icon));
        image.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Layouts.sentence(notes, 1).setText(words);
    }

    @Override
    public void dispose() {
        stop();
        super.dispose();
    }
}
