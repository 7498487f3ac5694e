package org.glomera.ui.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.pipeline.checkup.CheckedPoint;
import org.glomera.pipeline.checkup.Checkup;
import org.glomera.pipeline.checkup.CheckupText;
import org.glomera.pipeline.checkup.EngineCheckup;
import org.glomera.pipeline.checkup.Finding;
import org.glomera.pipeline.checkup.InstalledPart;
import org.glomera.ui.Images;
import org.glomera.ui.preferences.Settings;

/**
 * Every extension point with what plug-ins contribute to it, what that needs of the machine and what to do where it is
 * missing. The look is taken in the background, since libraries are loaded and a display is tried for it;
 * the engine of the networks is tested after that.
 */
final class CheckupDialog extends TitleAreaDialog {

    private static final int WIDTH_PX = 980;
    private static final int HEIGHT_PX = 640;
    private static final int WHAT_PX = 420;
    private static final int STATE_PX = 90;
    private static final int REMEDY_PX = 900;
    private static final String MISSING = "missing";

    private Tree tree;
    private Image problem;
    private List<CheckedPoint> points = List.of();
    private Optional<EngineCheckup> engine = Optional.empty();

    CheckupDialog(Shell shell) {
        super(shell);
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Check Installation");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH_PX, HEIGHT_PX);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        page.setLayout(layout);
        tree = new Tree(page, SWT.BORDER | SWT.FULL_SELECTION);
        tree.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        column("What", WHAT_PX);
        column("State", STATE_PX);
        column("What it is for, or what to do", REMEDY_PX);
        problem = new LocalResourceManager(JFaceResources.getResources(), tree).create(Images.descriptor("problem"));
        setTitle("Check Installation");
        setMessage("Looking at the plug-ins …");
        look();
        return area;
    }

    private void column(String title, int width) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button copy = createButton(parent, IDialogConstants.DETAILS_ID, "&Copy as Text", false);
        copy.setEnabled(false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.DETAILS_ID) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            try {
                clipboard.setContents(new Object[] {text()}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
            return;
        }
        super.buttonPressed(id);
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(CheckupText.machine(), CheckupText.dicom()));
        lines.addAll(CheckupText.lines(points, true));
        engine.ifPresent(checked -> lines.addAll(CheckupText.lines(checked)));
        return String.join(System.lineSeparator(), lines);
    }

    private void look() {
        String chosen = Settings.ofWorkbench().engine();
        Display display = tree.getDisplay();
        Job job = new Job("Checking the installation") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                List<CheckedPoint> found = Checkup.ofPlugins().points(monitor);
                then(display, () -> show(found));
                EngineCheckup checked = EngineCheckup.ofContributed(chosen, true, monitor);
                then(display, () -> show(checked));
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        tree.addDisposeListener(event -> job.cancel());
        job.schedule();
    }

    private void then(Display display, Runnable shown) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!tree.isDisposed()) {
                    shown.run();
                }
            });
        }
    }

    private void show(EngineCheckup checked) {
        engine = Optional.of(checked);
        add(checked);
        tell();
        getButton(IDialogConstants.DETAILS_ID).setEnabled(true);
    }

    private void add(EngineCheckup checked) {
        TreeItem top = item(new TreeItem(tree, SWT.NONE, 0), "The engine of the networks", "", "");
        for (Finding finding : checked.findings()) {
            TreeItem line = item(new TreeItem(top, SWT.NONE), finding.what(), finding.state().word(), finding.words());
            if (finding.state() == Finding.State.MISSING || finding.state() == Finding.State.WRONG) {
                faulty(line);
            }
        }
        top.setExpanded(true);
        tree.showItem(top);
    }

    private void show(List<CheckedPoint> found) {
        points = found;
        found.forEach(this::add);
        setMessage("Testing the engine of the networks \u2026");
    }

    private void tell() {
        List<CheckedPoint> found = points;
        boolean sound = found.stream().allMatch(CheckedPoint::isSound);
        long missing = found.stream().flatMap(point -> point.parts().stream()).flatMap(part -> part.needs().stream())
                .filter(need -> !need.availability().isReady()).count();
        missing += engine.stream().flatMap(checked -> checked.findings().stream())
                .filter(finding -> finding.state() == Finding.State.MISSING).count();
        if (engine.flatMap(EngineCheckup::fault).isPresent()) {
            setErrorMessage("The engine calculates wrongly: do not train and do not segment with this installation. What to"
                    + " do stands below.");
        } else if (!sound) {
            setErrorMessage("A plug-in is faulty: it is marked below. The rest works.");
        } else {
            setMessage(missing == 0 ? "Everything that is installed works." : "Everything that is installed works, but "
                    + missing + " of the things that it can use " + (missing == 1 ? "is" : "are") + " missing here.");
        }
    }

    private void add(CheckedPoint point) {
        TreeItem top = item(new TreeItem(tree, SWT.NONE), point.name(), "", point.id());
        point.parts().forEach(part -> add(part, top));
        point.skipped().forEach(sentence -> faulty(item(new TreeItem(top, SWT.NONE), "", "faulty", sentence)));
        top.setExpanded(true);
    }

    private void add(InstalledPart part, TreeItem top) {
        TreeItem item = item(new TreeItem(top, SWT.NONE), part.name(), part.works() ? "ok" : MISSING,
                part.problem().orElse(part.bundle() + ", " + part.id()));
        if (part.problem().isPresent()) {
            item.setText(1, "faulty");
            faulty(item);
        }
        for (Need need : part.needs()) {
            boolean gone = need.availability() instanceof Availability.Missing;
            TreeItem line = item(new TreeItem(item, SWT.NONE), need.what(), gone ? MISSING : "ok",
                    need.availability() instanceof Availability.Missing missing ? missing.inWords()
                            : "for " + need.purpose());
            if (gone) {
                faulty(line);
            }
        }
        item.setExpanded(true);
    }

    private static TreeItem item(TreeItem item, String what, String state, String words) {
        item.setText(new String[] {what, state, words});
        return item;
    }

    private void faulty(TreeItem item) {
        item.setImage(1, problem);
    }

    /** What is shown; empty while the look is taken. For tests. */
    List<CheckedPoint> points() {
        return points;
    }

    /** What was found about the engine; empty while it is tested. For tests. */
    Optional<EngineCheckup> engine() {
        return engine;
    }

    /** The lines. For tests. */
    Tree tree() {
        return tree;
    }
}
