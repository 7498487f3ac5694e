package org.glomera.ui.importing;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.RoleAssignment;

/** Shows a plan: a sentence, the cases with what can be chosen, and what was left out. */
final class PlanPane {

    private static final int MOST_SEED = 999_999;
    private static final int[] SHARES = {68, 32};

    private final Runnable changed;
    private final Composite frame;
    private final Label summary;
    private final Label outcome;
    private final PlanHints hints;
    private final SashForm sash;
    private final Link all;
    private final CaseTable cases;
    private final LeftOutTable leftOut;
    private final Composite drawing;
    private Spinner testCases;
    private Spinner seed;
    private Button draw;
    private ImportSelection selection;

    /**
     * Makes the pane.
     *
     * @param changed run when the user chose otherwise
     * @param answers what the links of the hints do
     */
    PlanPane(Composite parent, Runnable changed, PlanHints.Answers answers) {
        this.changed = changed;
        frame = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 10;
        frame.setLayout(layout);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), frame);
        summary = new Label(frame, SWT.WRAP);
        summary.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD)));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(summary);
        hints = new PlanHints(frame, answers);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(hints.control());
        all = new Link(frame, SWT.NONE);
        all.setText("Tick  <a href=\"all\">all</a>   <a href=\"none\">none</a>");
        all.addListener(SWT.Selection, event -> tickAll("all".equals(event.text)));
        drawing = createDrawing();
        sash = new SashForm(frame, SWT.VERTICAL);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(sash);
        cases = new CaseTable(sash, this::chosenOtherwise);
        leftOut = new LeftOutTable(sash);
        sash.setWeights(SHARES);
        outcome = new Label(frame, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(outcome);
    }

    private Composite createDrawing() {
        Composite row = new Composite(frame, SWT.NONE);
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        new Label(row, SWT.NONE).setText("Test patients:");
        testCases = new Spinner(row, SWT.BORDER);
        testCases.setToolTipText("How many patients with a SPECT are drawn for testing; the others are for training");
        new Label(row, SWT.NONE).setText("seed:");
        seed = new Spinner(row, SWT.BORDER);
        seed.setValues(1, 0, MOST_SEED, 0, 1, 10);
        seed.setToolTipText("The same seed gives the same draw");
        draw = new Button(row, SWT.PUSH);
        draw.setText("&Draw Roles");
        draw.setToolTipText("Draws the roles of the ticked cases at random; all cases of a patient get one role");
        draw.addListener(SWT.Selection, event -> drawRoles());
        return row;
    }

    private void drawRoles() {
        try {
            selection.draw(new RoleAssignment.Draw(testCases.getSelection(), seed.getSelection()));
            chosenOtherwise();
        } catch (GlomeraException e) {
            MessageDialog.openInformation(frame.getShell(), "Draw Roles", e.getMessage());
        }
    }

    private void tickAll(boolean ticked) {
        selection.plan().cases().forEach(each -> selection.setWanted(each, ticked));
        chosenOtherwise();
    }

    private void chosenOtherwise() {
        cases.refresh();
        tellOutcome();
        changed.run();
    }

    private void tellOutcome() {
        outcome.setText(selection.inWords());
        int most = selection.mostTestCases();
        draw.setEnabled(most >= 1);
        testCases.setEnabled(most >= 1);
        testCases.setValues(Math.max(1, Math.min(testCases.getSelection(), most)), 1, Math.max(1, most), 0, 1, 5);
        outcome.requestLayout();
    }

    /** Shows a plan; what was chosen before is forgotten. */
    void show(ImportPlan plan) {
        selection = new ImportSelection(plan);
        summary.setText(plan.summary());
        hints.show(plan);
        testCases.setValues(Math.max(1, Math.round(selection.mostTestCases() / 4f)), 1, Math.max(1,
                selection.mostTestCases()), 0, 1, 5);
        cases.show(selection);
        leftOut.show(plan.dicomFolders(), plan.leftOut());
        cases.control().setVisible(!plan.cases().isEmpty());
        drawing.setVisible(!plan.cases().isEmpty());
        all.setVisible(!plan.cases().isEmpty());
        outcome.setVisible(!plan.cases().isEmpty());
        leftOut.control().setVisible(!plan.leftOut().isEmpty());
        sash.layout();
        tellOutcome();
        frame.layout();
    }

    /** What the user wants. */
    ImportSelection selection() {
        return selection;
    }

    Composite control() {
        return frame;
    }

    CaseTable cases() {
        return cases;
    }

    PlanHints hints() {
        return hints;
    }

    LeftOutTable leftOut() {
        return leftOut;
    }

    /** What would come of it, as it is shown. */
    String outcome() {
        return outcome.getText();
    }

    /** Draws as the button does. */
    void draw(int patients, int newSeed) {
        testCases.setSelection(patients);
        seed.setSelection(newSeed);
        drawRoles();
    }
}
