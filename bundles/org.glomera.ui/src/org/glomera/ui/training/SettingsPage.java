package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ListViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.estimating.Sizes;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.preset.NetworkPreset;

/** The second page: the settings of each network, checked while they are typed. */
final class SettingsPage extends WizardPage {

    private static final int LIST_PX = 190;
    private static final int PAUSE_MS = 200;

    private final TrainingPlan plan;
    private final Map<NetworkField, FieldRow> rows = new EnumMap<>(NetworkField.class);
    private ListViewer list;
    private RunRow run;
    private AugmentationGroup augmentations;
    private FoldsRow folds;
    private Label cost;
    private Button reset;
    private Button sameForAll;
    private ScrolledComposite scroller;
    private List<NetworkDraft> shown = List.of();
    private NetworkDraft current;
    private int costRequest;

    SettingsPage(TrainingPlan plan) {
        super("settings");
        this.plan = plan;
        setTitle("Settings");
        setDescription("Changed settings are marked with a dot; the preset's value stands beside them.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Layouts.page(parent);
        Composite halves = Layouts.plain(page, 2);
        halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list = new ListViewer(halves, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        GridData place = new GridData(SWT.LEFT, SWT.FILL, false, true);
        place.widthHint = LIST_PX;
        list.getList().setLayoutData(place);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                NetworkDraft draft = (NetworkDraft) element;
                int changes = draft.changes();
                return draft.name() + (draft.problems().isEmpty() ? changes == 0 ? "" : "  (" + changes + " changed)"
                        : "  (!)");
            }
        });
        list.addSelectionChangedListener(event -> show((NetworkDraft) event.getStructuredSelection().getFirstElement()));
        createForm(halves);
        createButtons(page);
        setControl(page);
    }

    private void createForm(Composite parent) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        Composite form = Layouts.plain(scroller, 2);
        scroller.setContent(form);
        run = new RunRow(form, this::changed);
        folds = new FoldsRow(form, this::changed);
        Composite left = Layouts.plain(form, 1);
        left.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Composite right = Layouts.plain(form, 1);
        right.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        createGroup(left, NetworkField.Group.NETWORK);
        createGroup(left, NetworkField.Group.STOPPING);
        createGroup(left, NetworkField.Group.REPEATING);
        createGroup(right, NetworkField.Group.TRAINING);
        augmentations = new AugmentationGroup(form, this::changed, () -> {
            form.layout(true, true);
            scroller.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        });
        cost = Layouts.sentence(form, 2);
        scroller.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private void createGroup(Composite parent, NetworkField.Group which) {
        Group group = Layouts.group(parent, which.title(), 4);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (NetworkField field : NetworkField.values()) {
            if (field.group() == which) {
                rows.put(field, new FieldRow(group, field, this::changed));
            }
        }
    }

    private void createButtons(Composite page) {
        Composite row = Layouts.plain(page, 3);
        row.setLayoutData(Layouts.wide(1));
        reset = button(row, "Back to the Preset", "Set all settings of this network as the preset has them");
        reset.addListener(SWT.Selection, event -> {
            current.reset();
            showCurrent();
        });
        sameForAll = button(row, "Same for All Networks",
                "Use the changed settings of this network in the other networks too");
        sameForAll.addListener(SWT.Selection, event -> copyToAll());
        Button save = button(row, "Save as Preset\u2026", "Write the networks with these settings to a preset file");
        save.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        save.addListener(SWT.Selection, event -> save());
    }

    private static Button button(Composite row, String words, String tooltip) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(words);
        button.setToolTipText(tooltip);
        return button;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            // The dialog shows a page while its drawing is off; a list that is filled then stays blank.
            getShell().getDisplay().asyncExec(() -> {
                if (!list.getControl().isDisposed()) {
                    fill();
                }
            });
        }
    }

    private void fill() {
        List<NetworkDraft> now = plan.chosen();
        if (!now.equals(shown)) {
            shown = now;
            current = null;
            list.setInput(shown);
            list.setSelection(new StructuredSelection(shown.get(0)), false);
            ((Composite) getControl()).layout(true, true);
            list.getControl().redraw();
        } else {
            showCurrent();
        }
    }

    private void show(NetworkDraft draft) {
        if (draft != null && draft != current) {
            current = draft;
            showCurrent();
        }
    }

    private void showCurrent() {
        rows.values().forEach(row -> row.show(current));
        run.show(current);
        augmentations.show(current);
        folds.show(current);
        check();
    }

    private void changed() {
        run.update();
        folds.update();
        check();
    }

    private void copyToAll() {
        if (current.augmentationsChanged()) {
            shown.stream().filter(draft -> draft != current).forEach(draft -> draft.copyAugmentations(current));
        }
        if (current.folds() != current.base().folds()) {
            shown.forEach(draft -> draft.folds(current.folds()));
        }
        if (!current.start().equals(current.base().startFrom())) {
            shown.forEach(draft -> draft.start(current.start()));
        }
        for (NetworkField field : NetworkField.values()) {
            if (current.isChanged(field)) {
                String text = current.text(field);
                shown.stream().filter(draft -> field.problem(text, draft.base()).isEmpty())
                        .forEach(draft -> draft.set(field, text));
            }
        }
        check();
    }

    private void check() {
        rows.values().forEach(FieldRow::update);
        augmentations.update();
        list.refresh();
        List<String> problems = plan.problems();
        setErrorMessage(problems.isEmpty() ? null : problems.get(0));
        setPageComplete(problems.isEmpty());
        reset.setEnabled(current != null && current.changes() > 0);
        sameForAll.setEnabled(shown.size() > 1 && current != null && current.changes() > 0);
        showCost();
    }

    /** Counts the network's layers when nothing was typed for a moment. */
    private void showCost() {
        int request = ++costRequest;
        NetworkPreset network = current == null ? null : current.network().orElse(null);
        if (network == null) {
            cost.setText("");
            return;
        }
        getShell().getDisplay().timerExec(PAUSE_MS, () -> {
            if (request == costRequest && !cost.isDisposed()) {
                Background.run(cost, "Counting a network's layers", monitor -> costInWords(network),
                        words -> showCost(request, words), sentence -> cost.setText(sentence));
            }
        });
    }

    private String costInWords(NetworkPreset network) throws GlomeraException {
        TrainingForecast forecast = plan.services().forecast();
        return "%,d weights; training takes about %s of memory besides the program.".formatted(
                forecast.cost(network).parameters(), Sizes.inWords(forecast.memoryBytes(network)));
    }

    private void showCost(int request, String words) {
        if (request == costRequest) {
            cost.setText(words);
            cost.getParent().layout();
        }
    }

    private void save() {
        PresetSource source = plan.source().orElseThrow();
        List<NetworkPreset> networks = new ArrayList<>();
        plan.drafts().forEach(draft -> draft.network().map(network -> network.named(draft.base().name(),
                draft.base().title())).ifPresent(networks::add));
        if (networks.size() < plan.drafts().size()) {
            setErrorMessage("A preset is saved when all settings can be used: " + String.join(" ", problemsOfAll()));
            return;
        }
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText("Save as Preset");
        dialog.setFilterExtensions(new String[] {"*.json"});
        dialog.setFileName(source.name().replaceAll("[^A-Za-z0-9_-]", "_") + "-own.json");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            Path target = Path.of(chosen.endsWith(".json") ? chosen : chosen + ".json");
            Job written = PresetFiles.write(getControl(), source, networks, target,
                    () -> setMessage("Saved: " + target), this::setErrorMessage);
            written.setPriority(Job.SHORT);
        }
    }

    private Set<String> problemsOfAll() {
        Set<String> all = new LinkedHashSet<>();
        plan.drafts().forEach(draft -> all.addAll(draft.problems()));
        return all;
    }
}
