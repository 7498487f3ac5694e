package org.glomera.ui.experiment;

import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.part.EditorPart;
import org.glomera.core.GlomeraException;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Images;
import org.glomera.ui.Reports;
import org.glomera.ui.Texts;
import org.glomera.ui.experiment.NetworkSummary.Spread;
import org.glomera.ui.studies.OpenStudies;

/** Shows an experiment: what each network reached, every case, and the way to the report. Nothing is edited. */
public final class ExperimentEditor extends EditorPart {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.experiment";

    private record Content(ExperimentInfo info, List<CaseResult> results, String problem) {
    }

    private final OpenStudies.Listener follower = studies -> read();
    private FormToolkit toolkit;
    private LocalResourceManager images;
    private ScrolledForm form;
    private Label facts;
    private Hyperlink reportLink;
    private TableViewer networks;
    private TableViewer cases;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ExperimentInput)) {
            throw new PartInitException("This editor shows experiments only.");
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    private ExperimentInput experiment() {
        return (ExperimentInput) getEditorInput();
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        images = new LocalResourceManager(JFaceResources.getResources(), parent);
        form = toolkit.createScrolledForm(parent);
        toolkit.decorateFormHeading(form.getForm());
        form.setText(experiment().getName());
        form.setImage(images.create(Images.descriptor("experiment")));
        Composite body = form.getBody();
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 12;
        body.setLayout(layout);
        createHead(body);
        networks = createNetworks(section(body, "Networks", false));
        cases = createCases(section(body, "Kidneys of the test cases", true));
        OpenStudies.ofWorkbench().addListener(follower);
        read();
    }

    private void createHead(Composite body) {
        facts = toolkit.createLabel(body, "Reading the experiment\u2026", SWT.WRAP);
        facts.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        reportLink = toolkit.createHyperlink(body, "Open the report in the browser", SWT.NONE);
        reportLink.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> Reports.open(getSite().getShell(), experiment().report())));
    }

    private Composite section(Composite body, String title, boolean grows) {
        Section section = toolkit.createSection(body, ExpandableComposite.TITLE_BAR);
        section.setText(title);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, grows);
        place.minimumHeight = grows ? 240 : 0;
        section.setLayoutData(place);
        Composite frame = toolkit.createComposite(section);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        frame.setLayout(layout);
        section.setClient(frame);
        Composite client = toolkit.createComposite(frame);
        GridData inside = new GridData(SWT.FILL, SWT.FILL, true, true);
        inside.heightHint = grows ? 240 : 110;
        client.setLayoutData(inside);
        return client;
    }

    private static TableViewer createNetworks(Composite parent) {
        return new TableColumns<>(parent, NetworkSummary.class)
                .words("Network", 4, NetworkSummary::network)
                .numbers("Kidneys", 2, row -> String.valueOf(row.kidneys()), row -> (double) row.kidneys())
                .numbers("Dice, mean \u00b1 SD", 4, row -> spread(row.dice(), 3), row -> row.dice().mean())
                .numbers("Activity difference right, %", 5, row -> spread(row.rightPercent(), 1),
                        row -> row.rightPercent().mean())
                .numbers("Activity difference left, %", 5, row -> spread(row.leftPercent(), 1),
                        row -> row.leftPercent().mean())
                .viewer();
    }

    private static TableViewer createCases(Composite parent) {
        return new TableColumns<>(parent, CaseResult.class)
                .words("Network", 4, CaseResult::network)
                .words("Case", 3, CaseResult::caseId)
                .words("Kidney", 2, row -> row.side().word())
                .numbers("Dice", 2, row -> Texts.number(row.dice(), 3), CaseResult::dice)
                .numbers("Manual, kBq/ml", 3, row -> Texts.number(row.manualBqPerMl() / 1000, 1),
                        CaseResult::manualBqPerMl)
                .numbers("Automatic, kBq/ml", 3, row -> Texts.number(row.automaticBqPerMl() / 1000, 1),
                        CaseResult::automaticBqPerMl)
                .numbers("Difference, %", 3, row -> Texts.number(row.differencePercent(), 1),
                        CaseResult::differencePercent)
                .numbers("Volume manual, ml", 3, row -> Texts.number(row.volumeMlManual(), 1),
                        CaseResult::volumeMlManual)
                .numbers("Volume automatic, ml", 3, row -> Texts.number(row.volumeMlAutomatic(), 1),
                        CaseResult::volumeMlAutomatic)
                .viewer();
    }

    private static String spread(Spread spread, int digits) {
        return Texts.number(spread.mean(), digits) + " \u00b1 " + Texts.number(spread.sd(), digits);
    }

    /** Reads the files in a job and shows them; on any thread. */
    private void read() {
        ExperimentInput input = experiment();
        Display display = getSite().getShell().getDisplay();
        Job job = Job.createSystem("Reading experiment " + input.getName(), (ICoreRunnable) monitor -> {
            Content content = content(input, monitor);
            if (!display.isDisposed()) {
                display.asyncExec(() -> show(content));
            }
        });
        job.schedule();
    }

    private static Content content(ExperimentInput input, IProgressMonitor monitor) {
        try {
            StudyFolder study = StudyFolder.open(input.root());
            ExperimentInfo info = study.readExperiment(input.getName());
            return new Content(info, monitor.isCanceled() ? List.of() : study.readCaseResults(input.getName()), "");
        } catch (GlomeraException e) {
            return new Content(null, List.of(), e.getMessage());
        }
    }

    private void show(Content content) {
        if (form.isDisposed()) {
            return;
        }
        if (content.info() == null) {
            facts.setText(content.problem());
        } else {
            ExperimentInfo info = content.info();
            form.setText(info.title().isBlank() ? info.name() : info.title());
            facts.setText(Texts.count(info.runs().size(), "network", "networks") + " compared over "
                    + Texts.count(info.cases().size(), "test case", "test cases") + ", evaluated "
                    + Texts.time(info.created()) + "."
                    + String.join("", info.remarks().stream().map(remark -> "\n" + remark).toList()));
        }
        networks.setInput(NetworkSummary.of(content.results()));
        cases.setInput(content.results());
        form.reflow(true);
    }

    /** The table of networks, for tests. */
    TableViewer networks() {
        return networks;
    }

    @Override
    public void setFocus() {
        reportLink.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(follower);
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("an experiment is not edited");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("an experiment is not edited");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
