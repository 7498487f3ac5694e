package org.glomera.ui.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.glomera.study.RunPreview;
import org.glomera.study.RunProgress;
import org.glomera.ui.Commands;
import org.glomera.ui.run.RunFacts.Fact;

/** How far a training is, in names and values, and what can be done with it. UI thread only. */
final class StatePanel {

    private static final int PAIR_GAP_PX = 24;
    private static final int NARROW_PX = 560;
    private static final int WIDE_PX = 840;

    private final FormToolkit toolkit;
    private final Composite grid;
    private final GridLayout gridLayout = new GridLayout(2, false);
    private final Label remark;
    private final Button images;
    private final List<CommandButton> buttons = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    StatePanel(Composite parent, FormToolkit toolkit, Runnable openImages) {
        this.toolkit = toolkit;
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        parent.setLayout(layout);
        grid = toolkit.createComposite(parent);
        grid.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        gridLayout.marginWidth = 0;
        gridLayout.marginHeight = 0;
        gridLayout.horizontalSpacing = PAIR_GAP_PX / 2;
        grid.setLayout(gridLayout);
        remark = toolkit.createLabel(parent, "", SWT.WRAP);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = 0;
        remark.setLayoutData(place);
        Composite row = toolkit.createComposite(parent);
        RowLayout rowLayout = new RowLayout(SWT.HORIZONTAL);
        rowLayout.marginLeft = 0;
        row.setLayout(rowLayout);
        GridData rowPlace = new GridData(SWT.FILL, SWT.TOP, true, false);
        rowPlace.widthHint = 0;
        row.setLayoutData(rowPlace);
        button(row, "Stop", "Stop the training; started again it goes on from its last finished epoch",
                Commands.STOP_TRAINING);
        button(row, "Stop Now and Keep", "End the training with its last finished epoch as its result",
                Commands.STOP_AND_KEEP_TRAINING);
        button(row, "Resume", "Go on from the last finished epoch", Commands.RESUME_TRAINING);
        button(row, "Train Networks\u2026", "Plan and start a training", Commands.TRAIN_NETWORKS);
        images = toolkit.createButton(row, "Open Images", SWT.PUSH);
        images.setToolTipText("Look at the case of the preview in the slice viewer");
        images.addListener(SWT.Selection, event -> openImages.run());
    }

    private void button(Composite row, String title, String tooltip, String commandId) {
        buttons.add(new CommandButton(row, title, tooltip, commandId));
    }

    /**
     * Takes as many columns as fit.
     *
     * @param widthPx the width there is
     * @return whether their number changed
     */
    boolean fit(int widthPx) {
        int columns = widthPx < NARROW_PX ? 2 : widthPx < WIDE_PX ? 4 : 6;
        boolean changed = columns != gridLayout.numColumns;
        gridLayout.numColumns = columns;
        return changed;
    }

    /**
     * Shows a run.
     *
     * @return whether lines came or went, so that the page has another height
     */
    boolean show(RunContent.Readable run, Optional<RunProgress> progress, Instant now) {
        List<Fact> facts = RunFacts.of(run, progress, now);
        boolean otherCount = facts.size() != names.size();
        while (names.size() > facts.size()) {
            names.remove(names.size() - 1).dispose();
            values.remove(values.size() - 1).dispose();
        }
        while (names.size() < facts.size()) {
            Label name = toolkit.createLabel(grid, "");
            name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            names.add(name);
            Label value = toolkit.createLabel(grid, "");
            value.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            values.add(value);
        }
        for (int i = 0; i < facts.size(); i++) {
            set(names.get(i), facts.get(i).name());
            set(values.get(i), facts.get(i).value());
        }
        String sentences = RunFacts.remark(run, progress, now);
        boolean otherRemark = set(remark, sentences);
        ((GridData) remark.getLayoutData()).exclude = sentences.isEmpty();
        remark.setVisible(!sentences.isEmpty());
        images.setEnabled(run.preview().map(RunPreview::caseId).filter(id -> !id.isEmpty()).isPresent());
        buttons.forEach(CommandButton::update);
        grid.layout(true);
        return otherCount || otherRemark;
    }

    private static boolean set(Label label, String text) {
        boolean differs = !label.getText().equals(text);
        if (differs) {
            label.setText(text);
        }
        return differs;
    }

    /** The lines as {@code name: value}, for tests. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(names.get(i).getText() + ": " + values.get(i).getText());
        }
        return lines;
    }

    /** The sentences below the lines, for tests. */
    String remark() {
        return remark.getText();
    }

    /** The buttons of commands, for tests. */
    List<CommandButton> buttons() {
        return List.copyOf(buttons);
    }
}
