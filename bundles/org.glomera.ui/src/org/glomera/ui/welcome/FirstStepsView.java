package org.glomera.ui.welcome;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/**
 * The first steps of a newcomer beside the other parts: the step at hand with what it shows and a button that does it,
 * the others in a line each. The platform's own cheat sheets would need its help system with a web server and a search
 * engine; this view needs neither. Which steps were done is kept between starts.
 */
public final class FirstStepsView extends ViewPart {

    /** The identifier of this view in plugin.xml. */
    public static final String ID = "org.glomera.ui.views.firstSteps";

    private static final String AT = "at";
    private static final int MARGIN_PX = 14;

    private final List<StepRow> rows = new ArrayList<>();
    private ScrolledComposite scroller;
    private Composite column;
    private Label end;
    private int at;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        Integer kept = memento == null ? null : memento.getInteger(AT);
        at = kept == null ? 0 : Math.max(0, kept);
    }

    @Override
    public void createPartControl(Composite parent) {
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        Font strong = font(resources, 0, SWT.BOLD);
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        WelcomeLook.apply(scroller);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        column = new Composite(scroller, SWT.NONE);
        WelcomeLook.apply(column);
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN_PX;
        layout.marginHeight = MARGIN_PX;
        layout.verticalSpacing = 10;
        column.setLayout(layout);
        Label title = WelcomeLook.label(column, "From nothing to 3D in five clicks", SWT.WRAP);
        title.setFont(font(resources, 2, SWT.BOLD));
        title.setLayoutData(fill());
        List<FirstStep> steps = FirstStep.possible();
        for (int i = 0; i < steps.size(); i++) {
            int index = i;
            StepRow row = new StepRow(column, steps.get(i), i + 1, strong, () -> run(index), () -> go(index));
            row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            rows.add(row);
        }
        end = WelcomeLook.label(column, "", SWT.WRAP);
        WelcomeLook.soften(end);
        end.setLayoutData(fill());
        scroller.setContent(column);
        scroller.addListener(SWT.Resize, event -> fit());
        boolean isMade = MadeStudy.SAMPLE_COHORT.isThere() || MadeStudy.SAMPLE_COHORT.work().isPresent();
        go(Math.min(at == 0 && isMade ? 1 : at, rows.size()));
    }

    private static GridData fill() {
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.widthHint = 1;
        return place;
    }

    private static Font font(LocalResourceManager resources, int larger, int style) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(larger)
                .setStyle(style));
    }

    /** Does a step and goes on to the next one. */
    void run(int index) {
        go(index + 1);
        rows.get(index).step().run(getSite().getWorkbenchWindow());
    }

    /** Opens a step and marks those before it as done. */
    private void go(int index) {
        at = index;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(i < index, i == index);
        }
        end.setText(index < rows.size() ? "" : "That is the way from images to an answer. Next: import your own images,"
                + " or train networks (File menu, or the welcome page). Click a step to do it again.");
        fit();
        scroller.showControl(index < rows.size() ? rows.get(index) : end);
    }

    private void fit() {
        int width = Math.max(1, scroller.getClientArea().width);
        scroller.setMinHeight(column.computeSize(width, SWT.DEFAULT).y);
        column.layout(true, true);
    }

    /** Which step is open, from 0; as many as there are when all were done. For tests. */
    int at() {
        return at;
    }

    /** The steps, for tests. */
    List<StepRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putInteger(AT, at);
    }

    @Override
    public void setFocus() {
        if (at < rows.size()) {
            rows.get(at).setFocus();
        } else {
            column.setFocus();
        }
    }
}
