package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.pipeline.preset.Fold;
import org.glomera.ui.Texts;

/** In how many folds a network is trained, and which weights its training begins with. */
final class FoldsRow {

    private static final int START_PX = 260;

    private final Runnable changed;
    private final Button inFolds;
    private final Spinner folds;
    private final Label words;
    private final Combo start;
    private final ControlDecoration problem;
    private final List<String> sources = new ArrayList<>();
    private List<TrainedNetwork> published = List.of();
    private NetworkDraft draft;
    private boolean showing;

    FoldsRow(Composite form, Runnable changed) {
        this.changed = changed;
        Group group = Layouts.group(form, "Cross-validation and first weights", 3);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        inFolds = new Button(group, SWT.CHECK);
        inFolds.setText("Cross-validate, folds:");
        inFolds.setToolTipText("Divide the training patients into folds and train a run without each of them. A patient's"
                + " images are all in one fold; the test cases take no part.");
        Composite number = Layouts.plain(group, 2);
        number.setLayoutData(Layouts.wide(2));
        folds = new Spinner(number, SWT.BORDER);
        folds.setMinimum(2);
        folds.setMaximum(Fold.MOST);
        folds.setSelection(5);
        folds.setToolTipText("Number of folds, and of runs");
        words = Layouts.sentence(number, 1);
        Label label = new Label(group, SWT.NONE);
        label.setText("Start from");
        start = new Combo(group, SWT.READ_ONLY);
        start.setToolTipText("Layers of the same name and shape take the weights of this network; the others begin at"
                + " random and are named in the run.");
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = START_PX;
        start.setLayoutData(place);
        problem = new ControlDecoration(start, SWT.TOP | SWT.LEFT);
        problem.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        problem.hide();
        addBrowse(group);
        inFolds.addListener(SWT.Selection, event -> foldsChanged());
        folds.addListener(SWT.Selection, event -> foldsChanged());
        start.addListener(SWT.Selection, event -> {
            if (!showing && draft != null) {
                draft.start(sources.get(start.getSelectionIndex()));
                changed.run();
            }
        });
        Background.run(group, "Reading trained networks", monitor -> TrainedNetworks.ofPlugins().all(), all -> {
            published = all;
            if (draft != null) {
                show(draft);
            }
        }, sentence -> start.setToolTipText(sentence));
    }

    private void addBrowse(Composite group) {
        Button browse = new Button(group, SWT.PUSH);
        browse.setText("Folder\u2026");
        browse.setToolTipText("Start from the network in a folder, for instance of a run of another study");
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void foldsChanged() {
        folds.setEnabled(inFolds.getSelection());
        if (!showing && draft != null) {
            draft.folds(inFolds.getSelection() ? folds.getSelection() : 0);
            changed.run();
        }
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(start.getShell());
        dialog.setText("Start from a Trained Network");
        dialog.setMessage("A folder with model.json and weights.safetensors.");
        String chosen = dialog.open();
        if (chosen != null && draft != null) {
            draft.start(Path.of(chosen).toAbsolutePath().normalize().toString());
            show(draft);
            changed.run();
        }
    }

    /** Shows the choices of a network. */
    void show(NetworkDraft shown) {
        draft = shown;
        showing = true;
        inFolds.setSelection(draft.folds() > 0);
        folds.setEnabled(draft.folds() > 0);
        if (draft.folds() > 0) {
            folds.setSelection(draft.folds());
        }
        sources.clear();
        start.removeAll();
        add("", "random weights");
        draft.possibleSources().forEach(run -> add(run.name(), run.name() + " \u2013 run of this study"));
        published.forEach(network -> add(network.id(), network.id() + " \u2013 comes with the program"));
        if (!sources.contains(draft.start())) {
            add(draft.start(), draft.start());
        }
        start.select(sources.indexOf(draft.start()));
        showing = false;
        update();
    }

    private void add(String source, String text) {
        sources.add(source);
        start.add(text);
    }

    /** Shows anew what depends on these choices and on others. */
    void update() {
        if (draft == null) {
            return;
        }
        if (draft.folds() != (inFolds.getSelection() ? folds.getSelection() : 0)
                || !sources.get(start.getSelectionIndex()).equals(draft.start())) {
            show(draft);
            return;
        }
        words.setText(draft.folds() == 0 ? "One run on all training cases" : Texts.count(draft.folds(), "run", "runs")
                + " " + draft.name() + "_fold1 to " + draft.name() + "_fold" + draft.folds()
                + ", each measured on the patients that it did not learn from");
        Optional<String> wrong = draft.startProblem();
        problem.setDescriptionText(wrong.orElse(""));
        if (wrong.isPresent()) {
            problem.show();
        } else {
            problem.hide();
        }
        words.getParent().layout();
    }
}
