package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Texts;
import org.glomera.ui.model.StudyNode.Study;

/** The first page: which study, which settings to start from, and which of their networks. */
final class StartPage extends WizardPage {

    private static final int TABLE_PX = 130;

    private final TrainingPlan plan;
    private final List<Study> studies;
    private final String firstRun;
    private final List<RunInfo> runs = new ArrayList<>();
    private Combo study;
    private Button ofProgram;
    private Button ofFile;
    private Button ofRun;
    private Combo presets;
    private Text file;
    private Button browse;
    private Combo runNames;
    private Label description;
    private CheckboxTableViewer networks;
    private String loadFailure;
    private int loading;

    /**
     * Makes the page.
     *
     * @param studies the open studies to choose from
     * @param firstRun the run whose settings are offered first; empty for a preset
     */
    StartPage(TrainingPlan plan, List<Study> studies, String firstRun) {
        super("start");
        this.plan = plan;
        this.studies = List.copyOf(studies);
        this.firstRun = firstRun;
        setTitle("What to Start From");
        setDescription("Choose the settings to start from and the networks to train. They can be changed on the next"
                + " page.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Layouts.page(parent);
        createStudy(page);
        createSources(page);
        createNetworks(page);
        setControl(page);
        showRuns();
        boolean run = !firstRun.isEmpty() && runNames.getItemCount() > 0;
        (run ? ofRun : ofProgram).setSelection(true);
        sourceChanged();
    }

    private void createStudy(Composite page) {
        Composite row = Layouts.plain(page, 2);
        row.setLayoutData(Layouts.wide(1));
        new Label(row, SWT.NONE).setText("Study:");
        study = new Combo(row, SWT.READ_ONLY);
        study.setLayoutData(Layouts.wide(1));
        studies.forEach(each -> study.add(each.info().name() + "  \u2013  " + each.root()));
        study.select(Math.max(0, studies.indexOf(plan.study())));
        study.addListener(SWT.Selection, event -> {
            plan.study(studies.get(study.getSelectionIndex()));
            showRuns();
            sourceChanged();
        });
    }

    private void createSources(Composite page) {
        Group group = Layouts.group(page, "Settings to start from", 3);
        group.setLayoutData(Layouts.wide(1));
        ofProgram = radio(group, "A preset of the program:");
        presets = new Combo(group, SWT.READ_ONLY);
        presets.setLayoutData(Layouts.wide(2));
        Presets.names().forEach(presets::add);
        presets.select(0);
        presets.addListener(SWT.Selection, event -> only(ofProgram));
        ofFile = radio(group, "A preset file:");
        file = new Text(group, SWT.BORDER | SWT.READ_ONLY);
        file.setMessage("a .json file, for instance one saved on the next page");
        file.setLayoutData(Layouts.wide(1));
        browse = new Button(group, SWT.PUSH);
        browse.setText("Browse\u2026");
        browse.addListener(SWT.Selection, event -> browse());
        ofRun = radio(group, "The settings of a run:");
        runNames = new Combo(group, SWT.READ_ONLY);
        runNames.setLayoutData(Layouts.wide(2));
        runNames.addListener(SWT.Selection, event -> only(ofRun));
        description = Layouts.sentence(group, 3);
        ((GridData) description.getLayoutData()).heightHint = 2 * description.getFont().getFontData()[0].getHeight() * 2;
    }

    private Button radio(Composite parent, String words) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(words);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                sourceChanged();
            }
        });
        return button;
    }

    private void only(Button chosen) {
        List.of(ofProgram, ofFile, ofRun).forEach(each -> each.setSelection(each == chosen));
        sourceChanged();
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Open a Preset");
        dialog.setFilterExtensions(new String[] {"*.json", "*"});
        dialog.setFilterNames(new String[] {"Presets (*.json)", "All files"});
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
            only(ofFile);
        }
    }

    private void createNetworks(Composite page) {
        new Label(page, SWT.NONE).setText("Networks to train:");
        networks = CheckboxTableViewer.newCheckList(page, SWT.BORDER | SWT.FULL_SELECTION);
        networks.getTable().setHeaderVisible(true);
        networks.getTable().setLayoutData(Layouts.all(TABLE_PX));
        column("Network", 330, NetworkPreset::title);
        column("Sees", 110, StartPage::sees);
        column("Trained on", 190, network -> network.cases().stream().map(Texts::of)
                .collect(Collectors.joining(" and ")));
        column("Input", 110, StartPage::size);
        column("Width", 70, network -> String.valueOf(network.filters()));
        column("Epochs", 70, network -> String.valueOf(network.training().epochs()));
        networks.setContentProvider(ArrayContentProvider.getInstance());
        networks.addCheckStateListener(event -> {
            ((NetworkDraft) event.getElement()).choose(event.getChecked());
            check();
        });
    }

    private void column(String title, int width, Function<NetworkPreset, String> text) {
        TableViewerColumn column = new TableViewerColumn(networks, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply(((NetworkDraft) element).base());
            }
        });
    }

    /** What a network sees, in words. */
    static String sees(NetworkPreset network) {
        return network.channels().stream().map(channel -> channel == Channel.SPECT ? "SPECT" : "CT")
                .collect(Collectors.joining(" and "));
    }

    /** The input size, in words. */
    static String size(NetworkPreset network) {
        return network.inputSize().stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 "));
    }

    private void showRuns() {
        runs.clear();
        plan.runs().values().stream().filter(run -> !run.configuration().isEmpty()).forEach(runs::add);
        runNames.removeAll();
        runs.forEach(run -> runNames.add(run.name() + "  \u2013  " + run.title() + ", "
                + (run.keptEarly() ? "stopped early" : Texts.of(run.state()))));
        int first = runs.stream().map(RunInfo::name).toList().indexOf(firstRun);
        runNames.select(Math.max(0, first));
        ofRun.setEnabled(!runs.isEmpty());
        runNames.setEnabled(!runs.isEmpty());
        if (runs.isEmpty() && ofRun.getSelection()) {
            ofRun.setSelection(false);
            ofProgram.setSelection(true);
        }
    }

    private void sourceChanged() {
        plan.source(null);
        loadFailure = null;
        networks.setInput(List.of());
        if (ofFile.getSelection() && file.getText().isBlank()) {
            description.setText("");
            check();
            return;
        }
        int request = ++loading;
        description.setText("Reading\u2026");
        Background.Work<PresetSource> work = reading();
        Background.run(getControl() == null ? networks.getControl() : getControl(), "Reading settings", work, read -> {
            if (request == loading) {
                plan.source(read);
                showSource(read);
            }
        }, sentence -> {
            if (request == loading) {
                loadFailure = sentence;
                description.setText("");
                check();
            }
        });
        check();
    }

    private Background.Work<PresetSource> reading() {
        if (ofRun.getSelection()) {
            String run = runs.get(runNames.getSelectionIndex()).name();
            Path root = plan.root();
            return monitor -> readRun(StudyFolder.open(root), run);
        }
        String preset = ofProgram.getSelection() ? presets.getText() : file.getText();
        return monitor -> PresetSource.ofPreset(preset);
    }

    private static PresetSource readRun(StudyFolder folder, String run) throws GlomeraException {
        return PresetSource.ofRun(folder, run);
    }

    private void showSource(PresetSource source) {
        description.setText((source.isRun() ? "" : source.title() + ". ") + source.description());
        networks.setInput(plan.drafts());
        plan.drafts().forEach(draft -> networks.setChecked(draft, draft.chosen()));
        check();
    }

    private void check() {
        setErrorMessage(loadFailure);
        boolean some = !plan.chosen().isEmpty();
        setMessage(loadFailure == null && plan.source().isPresent() && !some ? "Choose at least one network."
                : ofFile.getSelection() && file.getText().isBlank() ? "Choose a preset file." : null);
        setPageComplete(loadFailure == null && some);
    }
}
