package org.glomera.ui.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.FileWriting;
import org.glomera.ui.Reports;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.NodeSelection;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;
import org.osgi.framework.FrameworkUtil;

/**
 * The editor of an experiment: its runs side by side on several pages. It follows the files of an open study while a
 * run is trained, publishes the selected case as a {@link CaseSelection}, and follows cases that are selected elsewhere.
 */
public final class ComparisonEditor extends ReadOnlyEditor {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.experiment";

    private final OpenStudies.Listener follower = studies -> later(this::refresh);
    private final ISelectionListener otherParts = this::selectedElsewhere;
    private final NodeSelection selection = new NodeSelection();
    private ComparisonPane pane;
    private IHandlerActivation copying;

    @Override
    public void createPartControl(Composite parent) {
        pane = new ComparisonPane(parent, input(), PlatformUI.getDialogSettingsProvider(
                FrameworkUtil.getBundle(ComparisonEditor.class)).getDialogSettings(), tools(), new EditorSurroundings());
        getSite().setSelectionProvider(selection);
        selection.select(input(), OpenStudies.ofWorkbench().studies());
        getSite().getPage().addSelectionListener(otherParts);
        OpenStudies.ofWorkbench().addListener(follower);
    }

    private ItemInput input() {
        return (ItemInput) getEditorInput();
    }

    private List<Action> tools() {
        return List.of(Actions.of("Report", "Open the report in the browser", "report",
                () -> Reports.open(getSite().getShell(), input().folder().resolve("report.html"))),
                new ExportMenu(input().getName(), () -> pane, this::writing));
    }

    /** Brings the overview to the front. */
    public void showOverview() {
        pane.open(PageKind.OVERVIEW);
    }

    /** Selects the first case on the page of cases, as soon as the experiment is read. */
    public void selectFirstCase() {
        pane.whenRead(() -> selectOnItsPage(pane.comparison().flatMap(FurthestCase::first)));
    }

    /** Selects the case in which a network is furthest from the manual delineation, as soon as the experiment is read. */
    public void selectFurthestCase() {
        pane.whenRead(() -> selectOnItsPage(pane.comparison().flatMap(FurthestCase::of)));
    }

    /** Does something with the selected case as soon as the experiment is read; selects the first where none is. */
    public void whenCaseIsSelected(Runnable task) {
        pane.whenRead(() -> {
            if (pane.selected().isEmpty()) {
                pane.comparison().flatMap(FurthestCase::first).ifPresent(this::follow);
            }
            if (!pane.selected().isEmpty()) {
                task.run();
            }
        });
    }

    private void selectOnItsPage(Optional<String> caseId) {
        pane.open(PageKind.CASES);
        caseId.ifPresent(this::follow);
    }

    private void later(Runnable task) {
        Display display = getSite().getShell().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!pane.control().isDisposed()) {
                    task.run();
                }
            });
        }
    }

    private void refresh() {
        pane.refresh();
        publish(pane.selected());
    }

    /** Makes a case the selection of this part; without one its experiment. */
    private void publish(String caseId) {
        if (caseId.isEmpty()) {
            selection.select(input(), OpenStudies.ofWorkbench().studies());
        } else {
            List<String> runs = pane.comparison().stream().flatMap(each -> each.runs().stream())
                    .map(ComparedRun::name).toList();
            selection.setSelection(new StructuredSelection(
                    new CaseSelection(input().root(), input().getName(), caseId, runs)));
        }
    }

    private void selectedElsewhere(IWorkbenchPart part, ISelection chosen) {
        if (part == this || !(chosen instanceof IStructuredSelection lines) || lines.size() != 1) {
            return;
        }
        CaseSelection other = Adapters.adapt(lines.getFirstElement(), CaseSelection.class);
        if (other != null && other.studyRoot().equals(input().root())) {
            follow(other.caseId());
        } else if (lines.getFirstElement() instanceof StudyNode.Case line && line.root().equals(input().root())) {
            follow(line.info().id());
        }
    }

    private void follow(String caseId) {
        pane.select(caseId);
        publish(pane.selected());
    }

    private FileWriting writing() {
        return new FileWriting(getSite().getShell(),
                words -> getEditorSite().getActionBars().getStatusLineManager().setMessage(words));
    }

    private static void write(Path file, byte[] bytes) throws GlomeraException {
        try {
            AtomicFiles.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' could not be written. Check that the folder"
                    + " exists, that you may write there, and that the disk is not full.", e);
        }
    }

    /** What is seen, for tests. */
    ComparisonPane pane() {
        return pane;
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(follower);
        getSite().getPage().removeSelectionListener(otherParts);
        super.dispose();
    }

    private final class EditorSurroundings implements ComparisonPane.Surroundings {

        @Override
        public void chosen(String caseId) {
            publish(caseId);
        }

        @Override
        public void focused(TableView table, boolean hasFocus) {
            IHandlerService handlers = getSite().getService(IHandlerService.class);
            if (copying != null) {
                handlers.deactivateHandler(copying);
                copying = null;
            }
            if (hasFocus) {
                copying = handlers.activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new AbstractHandler() {
                    @Override
                    public Object execute(ExecutionEvent event) {
                        table.copyRows();
                        return null;
                    }
                });
            }
        }

        @Override
        public void save(String name, Supplier<byte[]> content) {
            writing().toFile(input().getName() + "-" + name, (file, monitor) -> write(file, content.get()));
        }

        @Override
        public void read(Comparison comparison) {
            setPartName(comparison.info().title().isBlank() ? input().getName() : comparison.info().title());
        }
    }
}
