package org.glomera.ui.training;

import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.study.RunInfo;
import org.glomera.ui.Texts;

/** The name of a network's run, what is there under this name, and what becomes of it. */
final class RunRow {

    private static final int NAME_PX = 180;

    private final Runnable changed;
    private final Text name;
    private final Label there;
    private final Button free;
    private final Button anew;
    private final ControlDecoration problem;
    private NetworkDraft draft;
    private boolean showing;

    RunRow(Composite form, Runnable changed) {
        this.changed = changed;
        Group group = Layouts.group(form, "Run", 4);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        Label label = new Label(group, SWT.NONE);
        label.setText("Name");
        label.setToolTipText("The run's folder in the study is called so.");
        name = new Text(group, SWT.BORDER);
        name.setToolTipText(label.getToolTipText());
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = NAME_PX;
        place.horizontalIndent = 8;
        name.setLayoutData(place);
        problem = new ControlDecoration(name, SWT.TOP | SWT.LEFT);
        problem.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        free = new Button(group, SWT.PUSH);
        free.setText("New Name");
        free.setToolTipText("Take a name that no run of this study has");
        anew = new Button(group, SWT.CHECK);
        anew.setText("Start anew, and throw the run away that is there");
        anew.setToolTipText("Its weights, learning curve, checkpoint and segmentations are deleted.");
        there = Layouts.sentence(group, 4);
        name.addListener(SWT.Modify, event -> {
            if (!showing && draft != null) {
                draft.name(name.getText());
                changed.run();
            }
        });
        free.addListener(SWT.Selection, event -> {
            draft.useFreeName();
            show(draft);
            changed.run();
        });
        anew.addListener(SWT.Selection, event -> {
            draft.anew(anew.getSelection());
            changed.run();
        });
    }

    /** Shows the run of a network. */
    void show(NetworkDraft shown) {
        draft = shown;
        showing = true;
        name.setText(draft.name());
        showing = false;
        update();
    }

    /** Shows anew what depends on name and settings. */
    void update() {
        if (draft == null) {
            return;
        }
        Optional<RunInfo> run = draft.there();
        Optional<String> wrong = draft.nameProblem();
        problem.setDescriptionText(wrong.orElse(""));
        if (wrong.isPresent()) {
            problem.show();
        } else {
            problem.hide();
        }
        anew.setVisible(run.isPresent());
        anew.setSelection(run.isPresent() && draft.plan() == RunPlan.ANEW && wrong.isEmpty());
        free.setVisible(run.isPresent());
        there.setText(run.map(this::words).orElse("No run of this study has this name yet."));
        there.getParent().layout();
    }

    private String foldWords() {
        int there = draft.allThere().size();
        String state = Texts.count(there, "fold is", "folds are") + " there already ("
                + draft.allThere().stream().mapToInt(RunInfo::epochsDone).sum() + " of " + draft.epochsPlanned()
                + " epochs). ";
        return state + switch (draft.plan()) {
            case RESUME -> "They have these settings; the training goes on after them.";
            case ANEW -> draft.nameProblem().isEmpty() ? "They are thrown away when the training begins."
                    : "They cannot be resumed with these settings, or are finished.";
            case NEW -> "";
        };
    }

    private String words(RunInfo run) {
        if (draft.folds() > 0) {
            return foldWords();
        }
        String epochs = run.epochsDone() + " of " + Texts.count(run.epochsPlanned(), "epoch", "epochs");
        String state = "There is a run " + run.name() + ", " + (run.keptEarly() ? "stopped early" : Texts.of(run.state()))
                + " (" + epochs + "). ";
        return state + switch (draft.plan()) {
            case RESUME -> "It has these settings and is resumed after epoch " + run.epochsDone() + ".";
            case ANEW -> draft.nameProblem().isEmpty() ? "It is thrown away when the training begins: " + epochs
                    + ", its weights and its segmentations are lost; experiments keep their tables."
                    : draft.changes() > 0 || !draft.canResume() ? "It cannot be resumed with these settings." : "";
            case NEW -> "";
        };
    }
}
