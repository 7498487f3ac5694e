package org.glomera.ui.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.glomera.render.layers.SceneLayers;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.RenderEngines;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.FileWriting;
import org.glomera.ui.editor.NodeSelection;
import org.glomera.ui.explorer.StudyExplorer;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/**
 * The kidneys of a case in 3D. As long as it is to, it follows the case that is selected in other parts; it is closed,
 * docked and detached as any view is.
 */
public final class SceneViewPart extends ViewPart {

    /** The identifier of this view in plugin.xml. */
    public static final String ID = "org.glomera.ui.views.scene";

    private static final String ROOT = "root";
    private static final String CASE = "case";
    private static final String EXPERIMENT = "experiment";

    private final Supplier<Optional<RenderEngine>> engines;
    private final NodeSelection selection = new NodeSelection();
    private final ISelectionListener otherParts = this::selectedElsewhere;
    private final IPartListener2 visibility = new Visibility();
    private final OpenStudies.Listener studies = read -> later(this::publish);
    private Display display;
    private ScenePage page;
    private SliceInput remembered;
    private SliceInput input;
    private boolean isVisible;
    private Pick shown;

    /** Makes the view with the engine that plug-ins contribute. */
    public SceneViewPart() {
        this(RenderEngines::first);
    }

    /** Makes the view with an engine; empty when there is none. Asked on a job's thread. */
    SceneViewPart(Supplier<Optional<RenderEngine>> engines) {
        this.engines = engines;
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null && memento.getString(ROOT) != null && memento.getString(CASE) != null) {
            String experiment = memento.getString(EXPERIMENT);
            remembered = new SliceInput(Path.of(memento.getString(ROOT)), memento.getString(CASE),
                    experiment == null ? "" : experiment);
        }
    }

    @Override
    public void saveState(IMemento memento) {
        Optional.ofNullable(input).or(() -> Optional.ofNullable(remembered)).ifPresent(kept -> {
            memento.putString(ROOT, kept.root().toString());
            memento.putString(CASE, kept.caseId());
            memento.putString(EXPERIMENT, kept.experiment());
        });
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        page = new ScenePage(parent, engines, SceneLayers.registered(), new FileWriting(getSite().getShell(),
                words -> getViewSite().getActionBars().getStatusLineManager().setMessage(words)));
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(otherParts);
        getSite().getPage().addPartListener(visibility);
        OpenStudies.ofWorkbench().addListener(studies);
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), new Action() {
            @Override
            public void run() {
                page.takeAlong().copyPicture();
            }
        });
        page.model().addListener(this::pointed);
        IWorkbenchPage workbenchPage = getSite().getPage();
        SliceInput first = Optional.ofNullable(chosen(workbenchPage.getSelection()))
                .or(() -> Optional.ofNullable(chosen(workbenchPage.getSelection(StudyExplorer.ID))))
                .orElse(remembered);
        if (first != null) {
            show(first);
        }
    }

    /** Shows a case: at once when the view can be seen, else as soon as it can. */
    public void show(SliceInput newInput) {
        if (!newInput.equals(input)) {
            input = newInput;
            setPartName(newInput.caseId() + " in 3D");
            setTitleToolTip(newInput.getToolTipText());
            openIfVisible();
        }
        publish();
    }

    private void openIfVisible() {
        if (isVisible && input != null && page.input().filter(input::equals).isEmpty()) {
            page.open(input);
        }
    }

    /** Lets slice viewers of the same case show the point that was pointed at. */
    private void pointed() {
        Pick now = page.model().pick().orElse(null);
        if (now == null || now.equals(shown)) {
            shown = now;
            return;
        }
        shown = now;
        for (IEditorReference reference : getSite().getPage().findEditors(null, SliceEditor.ID,
                IWorkbenchPage.MATCH_ID)) {
            if (reference.getEditor(false) instanceof SliceEditor viewer
                    && viewer.getEditorInput() instanceof SliceInput other
                    && page.input().filter(other::isSameCase).isPresent()) {
                viewer.show(now.pointMm());
            }
        }
    }

    private void selectedElsewhere(IWorkbenchPart part, ISelection chosen) {
        SliceInput other = chosen(chosen);
        if (part != this && other != null && page.toolBar().follows()
                && (input == null || !input.isSameCase(other))) {
            show(other);
        }
    }

    /** The case that is selected; null when there is not exactly one. */
    private static SliceInput chosen(ISelection chosen) {
        return chosen instanceof IStructuredSelection lines && lines.size() == 1
                ? SliceEditor.inputOf(lines.getFirstElement()) : null;
    }

    /** Makes the case's line in the explorer the selection of this part, as soon as its study was read. */
    private void publish() {
        Optional.ofNullable(input).ifPresent(now -> {
            StudyNode.Case line = Adapters.adapt(new CaseSelection(now.root(), now.experiment(), now.caseId(),
                    List.of()), StudyNode.Case.class);
            selection.setSelection(line == null ? StructuredSelection.EMPTY : new StructuredSelection(line));
        });
    }

    private void later(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!page.isDisposed()) {
                    task.run();
                }
            });
        }
    }

    /** What the scene is drawn on. */
    public Control canvas() {
        return page.canvas();
    }

    /** The picture that is seen, another object for each; null before the first. */
    public Object picture() {
        return page.canvas().drawn();
    }

    /** Whether the case was read and is seen in full quality; where it cannot be, why stands on the page. */
    public boolean isAtRest() {
        return page.isAtRest();
    }

    /** What is seen, for tests. */
    ScenePage page() {
        return page;
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(studies);
        getSite().getPage().removeSelectionListener(otherParts);
        getSite().getPage().removePartListener(visibility);
        super.dispose();
    }

    /** Makes the surfaces of a case as soon as the view can be seen. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SceneViewPart.this) {
                isVisible = true;
                openIfVisible();
            }
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SceneViewPart.this) {
                isVisible = false;
            }
        }
    }
}
