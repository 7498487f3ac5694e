package org.glomera.ui.importing;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.glomera.pipeline.PipelineServices;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.studies.OpenStudies;

/** Asks for name and folder of a new study; makes and opens it, and goes on to importing where that is wanted. */
final class NewStudyDialog extends TitleAreaDialog {

    private static final int WIDTH_PX = 620;

    private StudyFields fields;
    private Button imports;

    NewStudyDialog(Shell shell) {
        super(shell);
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("New Study");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.widthHint = WIDTH_PX;
        page.setLayoutData(place);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 14;
        layout.marginHeight = 14;
        layout.verticalSpacing = 8;
        page.setLayout(layout);
        fields = new StudyFields(page, 0, changed -> check());
        imports = new Button(page, SWT.CHECK);
        imports.setText("&Import images next");
        imports.setSelection(true);
        imports.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1));
        setTitle("New Study");
        setMessage("A study is a folder: its cases, trained networks and comparisons as files that other programs can"
                + " read.");
        fields.name().selectAll();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Make Study", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        String problem = fields.problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        Button make = getButton(IDialogConstants.OK_ID);
        if (make != null) {
            make.setEnabled(problem.isEmpty());
        }
    }

    @Override
    protected void okPressed() {
        ImportTarget target = fields.target();
        boolean goesOn = imports.getSelection();
        PipelineJob.of("Making the study '" + target.name() + "'", (listener, monitor) -> PipelineServices
                .newStudy(target.root(), target.name()))
                .saying(study -> "The study is there.")
                .then(study -> {
                    OpenStudies.ofWorkbench().open(study.root());
                    if (goesOn) {
                        ImportImages.openInto(target);
                    }
                }).start();
        super.okPressed();
    }
}
