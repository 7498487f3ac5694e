package org.glomera.ui.editor;

import java.util.function.IntConsumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.glomera.ui.studies.OpenStudies;

/**
 * A page that shows a run or an experiment and follows its files: they are read in a job when the page opens and
 * whenever something changed in an open study, and shown on the UI thread.
 *
 * @param <T> what is read
 */
public abstract class ItemEditor<T> extends ReadOnlyEditor {

    private static final int MARGIN_PX = 12;

    private final OpenStudies.Listener follower = studies -> startReading();
    private final NodeSelection selection = new NodeSelection();
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Label facts;
    private T shown;

    /** Reads the files; on a job's thread. A failure is a value of its own. */
    protected abstract T read(ItemInput input, IProgressMonitor monitor);

    /** Makes the widgets below the heading; the body has a grid layout of one column. */
    protected abstract void createContent(Composite body);

    /** Shows what was read, on the UI thread; only called when it differs from what is shown. */
    protected abstract void show(T content);

    /** What is shown. */
    protected final ItemInput input() {
        return (ItemInput) getEditorInput();
    }

    /** Makes widgets in the look of this page. */
    protected final FormToolkit toolkit() {
        return toolkit;
    }

    @Override
    public final void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        toolkit.decorateFormHeading(form.getForm());
        form.setText(input().getName());
        form.setImage(new LocalResourceManager(JFaceResources.getResources(), form)
                .create(input().getImageDescriptor()));
        Composite body = form.getBody();
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN_PX;
        layout.verticalSpacing = MARGIN_PX;
        body.setLayout(layout);
        facts = toolkit.createLabel(body, "Reading\u2026", SWT.WRAP);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = 0;
        facts.setLayoutData(place);
        createContent(body);
        getSite().setSelectionProvider(selection);
        OpenStudies.ofWorkbench().addListener(follower);
        startReading();
    }

    /** Makes a titled place for widgets; its layout and its height are the caller's. */
    protected final Composite section(Composite parent, String title, GridData place) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(title);
        section.setLayoutData(place);
        Composite frame = toolkit.createComposite(section);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        frame.setLayout(layout);
        section.setClient(frame);
        Composite client = toolkit.createComposite(frame);
        client.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return client;
    }

    private void startReading() {
        ItemInput input = input();
        Display display = getSite().getShell().getDisplay();
        Job job = Job.createSystem("Reading '" + input.getName() + "'", (ICoreRunnable) monitor -> {
            T content = read(input, monitor);
            if (!display.isDisposed()) {
                display.asyncExec(() -> showIfNew(content));
            }
        });
        job.schedule();
    }

    private void showIfNew(T content) {
        if (form.isDisposed()) {
            return;
        }
        selection.select(input(), OpenStudies.ofWorkbench().studies());
        if (!content.equals(shown)) {
            shown = content;
            show(content);
            form.reflow(true);
        }
    }

    /** Sets the heading and the sentences below it. */
    protected final void setHeading(String title, String sentences) {
        form.setText(title.replace("&", "&&"));
        facts.setText(sentences);
    }

    /** Tells of the width that the page's widgets have without scrolling sideways, whenever it may have changed. */
    protected final void whenResized(IntConsumer listener) {
        form.addListener(SWT.Resize, event -> listener.accept(form.getClientArea().width - 2 * MARGIN_PX));
    }

    /** Gives the page the height that its widgets have now. */
    protected final void reflow() {
        form.reflow(true);
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(follower);
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
