package org.glomera.ui.welcome;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.glomera.ui.Commands;
import org.glomera.ui.Images;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.studies.OpenStudies;

/** The first page: what the program is, how to open a study, the recent studies, and the tasks of the command line. */
public final class WelcomeEditor extends ReadOnlyEditor {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.welcome";

    private static final int COLUMN_PX = 330;
    private static final String[][] TASKS = {
            {"./glomera demo", "the whole study on a phantom cohort: three networks trained, tested and compared"},
            {"./glomera import", "reads a hospital's or a phantom's DICOM folder into a study"},
            {"./glomera prepare", "makes the networks' inputs; says which cases cannot be used, and why"},
            {"./glomera train", "trains a network; goes on where it was stopped"},
            {"./glomera evaluate", "segments the test cases and measures each kidney"},
            {"./glomera help", "explains these and all other tasks"}};

    private final OpenStudies.Listener follower = studies -> later();
    private FormToolkit toolkit;
    private LocalResourceManager resources;
    private ScrolledForm form;
    private Composite recent;
    private List<Path> recentShown = List.of();

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        form = toolkit.createScrolledForm(parent);
        Composite body = form.getBody();
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 36;
        layout.marginHeight = 24;
        layout.horizontalSpacing = 48;
        layout.verticalSpacing = 18;
        body.setLayout(layout);
        createHead(body);
        createStart(column(body));
        createTasks(column(body));
        OpenStudies.ofWorkbench().addListener(follower);
    }

    private void createHead(Composite body) {
        Composite head = toolkit.createComposite(body);
        GridLayout layout = new GridLayout(2, false);
        layout.horizontalSpacing = 18;
        head.setLayout(layout);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        Label picture = toolkit.createLabel(head, "");
        picture.setImage(resources.create(Images.descriptor("glomera64")));
        picture.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 1, 2));
        Label title = toolkit.createLabel(head, "Glomera");
        title.setFont(font(14, SWT.BOLD));
        title.setLayoutData(new GridData(SWT.LEFT, SWT.BOTTOM, true, true));
        Label subtitle = toolkit.createLabel(head, "Kidney segmentation and dosimetry in SPECT/CT");
        subtitle.setFont(font(2, SWT.NORMAL));
        subtitle.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, true, true));
    }

    private Composite column(Composite body) {
        Composite column = toolkit.createComposite(body);
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 7;
        column.setLayout(layout);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.minimumWidth = COLUMN_PX;
        place.widthHint = COLUMN_PX;
        column.setLayoutData(place);
        return column;
    }

    private void createStart(Composite column) {
        heading(column, "Start");
        link(column, "Open a study\u2026", () -> Commands.run(Commands.OPEN_STUDY));
        text(column, "A study is a folder with a study.json. The explorer shows its cases, runs and experiments and"
                + " follows the files while a study is running.");
        link(column, "Open the reference study", () -> Commands.run(Commands.OPEN_SAMPLE));
        text(column, "Three networks over 15 cases, from the printed tables of the study that Glomera implements anew:"
                + " curves, box plots, tests, and what was printed beside what follows from the tables.");
        heading(column, "Recent studies");
        recent = toolkit.createComposite(column);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        recent.setLayout(layout);
        recent.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        showRecent();
    }

    private void createTasks(Composite column) {
        heading(column, "From the command line");
        for (String[] task : TASKS) {
            Composite pair = pair(column);
            toolkit.createLabel(pair, task[0]).setFont(JFaceResources.getTextFont());
            text(pair, task[1]);
        }
    }

    private void showRecent() {
        recentShown = OpenStudies.ofWorkbench().recent();
        for (Control old : recent.getChildren()) {
            old.dispose();
        }
        for (Path study : recentShown) {
            Composite pair = pair(recent);
            link(pair, String.valueOf(study.getFileName()), () -> OpenStudies.ofWorkbench().open(study))
                    .setToolTipText(study.toString());
            text(pair, String.valueOf(study.getParent()));
        }
        if (recentShown.isEmpty()) {
            text(recent, "None yet.");
        }
        form.reflow(true);
    }

    /** A place for a short line and its explanation close below it. */
    private Composite pair(Composite parent) {
        Composite pair = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 1;
        pair.setLayout(layout);
        pair.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return pair;
    }

    private void later() {
        form.getDisplay().asyncExec(() -> {
            if (!form.isDisposed() && !recentShown.equals(OpenStudies.ofWorkbench().recent())) {
                showRecent();
            }
        });
    }

    private void heading(Composite parent, String words) {
        Label label = toolkit.createLabel(parent, words);
        label.setFont(font(2, SWT.BOLD));
        GridData place = new GridData(SWT.LEFT, SWT.TOP, true, false);
        place.verticalIndent = parent.getChildren().length > 1 ? 10 : 0;
        label.setLayoutData(place);
    }

    private void text(Composite parent, String words) {
        Label label = toolkit.createLabel(parent, words, SWT.WRAP);
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = COLUMN_PX;
        label.setLayoutData(place);
    }

    private Hyperlink link(Composite parent, String words, Runnable task) {
        Hyperlink link = toolkit.createHyperlink(parent, words, SWT.NONE);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> task.run()));
        return link;
    }

    private Font font(int larger, int style) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(larger)
                .setStyle(style));
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
