package org.glomera.ui.importing;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.ScanRequest;
import org.glomera.ui.preferences.Settings;

/** Second page of the import: what the folders hold, and which cases come of it. */
final class ScanPage extends WizardPage implements ScanJob.Page {

    private static final int TICKS = 1000;
    private static final int BAR_PX = 480;

    private final SourcePage source;
    private final PipelineServices services;
    private Composite pages;
    private Composite progressPage;
    private Label words;
    private ProgressBar bar;
    private Button again;
    private PlanPane pane;
    private ScanJob job;
    private List<Path> scannedFolders = List.of();
    private Path scannedStudy;
    private ImportRules rules = ImportRules.usual();

    ScanPage(SourcePage source, PipelineServices services) {
        super("scan", "What Was Found", null);
        this.source = source;
        this.services = services;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        progressPage = new Composite(pages, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 40;
        layout.marginWidth = 40;
        layout.verticalSpacing = 10;
        progressPage.setLayout(layout);
        words = new Label(progressPage, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.END).grab(true, true).applyTo(words);
        bar = new ProgressBar(progressPage, SWT.HORIZONTAL);
        bar.setMaximum(TICKS);
        GridDataFactory.fillDefaults().hint(BAR_PX, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(bar);
        again = new Button(progressPage, SWT.PUSH);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).grab(true, true).applyTo(again);
        again.addListener(SWT.Selection, event -> {
            if (isScanning()) {
                stop();
                stopped("Stopped. Nothing was changed.");
            } else {
                start();
            }
        });
        pane = new PlanPane(pages, this::check, new PlanHints.Answers(services, this::lookAgain));
        show(progressPage);
        setControl(pages);
    }

    private void show(Composite page) {
        ((StackLayout) pages.getLayout()).topControl = page;
        pages.layout();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (!visible) {
            stop();
        } else if (!source.folders().equals(scannedFolders) || !source.target().root().equals(scannedStudy)
                || !Settings.ofWorkbench().importRules().equals(rules)) {
            start();
        }
    }

    /** Looks again when the user changed what an import goes by, or asked for it. */
    private void lookAgain(boolean asked) {
        if (asked || !Settings.ofWorkbench().importRules().equals(rules)) {
            start();
        }
    }

    private void start() {
        stop();
        scannedFolders = List.of();
        setPageComplete(false);
        setErrorMessage(null);
        setTitle("Looking Through the Images");
        setDescription("Reading the headers of the files. Nothing is changed.");
        again.setText("Stop");
        show(progressPage);
        scanning(0, "Listing the files");
        rules = Settings.ofWorkbench().importRules();
        job = new ScanJob(services, new ScanRequest(source.folders(), List.of(), source.target().root(),
                RoleAssignment.fromCohortFile(), rules), getShell().getDisplay(), this);
        job.schedule();
    }

    /** Stops the scan when one is going on. */
    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Whether the folders are being looked through. */
    boolean isScanning() {
        return job != null;
    }

    @Override
    public void scanning(double share, String line) {
        if (!pages.isDisposed()) {
            words.setText(line);
            bar.setSelection((int) Math.round(share * TICKS));
            words.requestLayout();
        }
    }

    @Override
    public void failed(String sentence) {
        if (!pages.isDisposed()) {
            job = null;
            stopped("");
            setErrorMessage(sentence);
        }
    }

    private void stopped(String line) {
        scanning(0, line);
        again.setText("Look Again");
        again.requestLayout();
    }

    @Override
    public void scanned(ImportPlan plan) {
        if (!pages.isDisposed()) {
            job = null;
            scannedFolders = source.folders();
            scannedStudy = source.target().root();
            pane.show(plan);
            show(pane.control());
            setTitle(plan.cases().isEmpty() ? "Nothing to Import" : "What Was Found");
            check();
        }
    }

    private void check() {
        ImportSelection selection = pane.selection();
        boolean isSome = !selection.wantedCases().isEmpty();
        setDescription(selection.plan().cases().isEmpty()
                ? "Give a folder with CT or SPECT/CT images. The list says what was found instead."
                : "Untick what is not wanted; click a role to change it. Nothing is changed until you finish.");
        setPageComplete(isSome);
    }

    /** What the user wants; only when the page is complete. */
    ImportSelection selection() {
        return pane.selection();
    }

    /** The rules that the scan went by. */
    ImportRules rules() {
        return rules;
    }

    /** The result of the scan. */
    PlanPane pane() {
        return pane;
    }
}
