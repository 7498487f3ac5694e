package org.glomera.ui.viewer;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.IReusableEditor;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.glomera.core.GlomeraException;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.registering.SpectOnCt;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.study.StudyFolder;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.editor.NodeSelection;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.model.Alignment;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;

/**
 * The slice viewer: shows the images of a case in the editor area and, as long as it is to, follows the case that is
 * selected in other parts. Images are read in a job, and only while the viewer can be seen; they are let go when it is
 * closed or shows another case. Where the SPECT was put by hand is written when it is applied, which is this editor's
 * saving; whoever leaves before is asked.
 */
public final class SliceEditor extends ReadOnlyEditor implements IReusableEditor, IPersistableEditor, ISaveablePart2 {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.slices";

    private static final System.Logger LOG = System.getLogger(SliceEditor.class.getName());
    private static final String PNG = ".png";

    private final NodeSelection selection = new NodeSelection();
    private final ISelectionListener otherParts = this::selectedElsewhere;
    private final IPartListener2 visibility = new Visibility();
    private final OpenStudies.Listener studies = read -> later(this::publish);
    private Display display;
    private ViewerPane pane;
    private Job reading;
    private Object latest;
    private boolean isVisible;
    private boolean isStale = true;
    private Vector3 wantedMm;
    private IMemento memory;
    private LeaveQuestion question = LeaveQuestion.IN_DIALOG;
    private boolean wasDirty;
    private boolean wantsProposal;
    private Alignment shownAlignment;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        pane = new ViewerPane(parent, this::save, this::reload, this::input, this::readAgain);
        pane.move().addListener(this::tellDirty);
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(otherParts);
        getSite().getPage().addPartListener(visibility);
        OpenStudies.ofWorkbench().addListener(studies);
        follow();
        if (memory != null) {
            ViewerMemory.restore(memory, pane.model());
            wantedMm = ViewerMemory.crossMm(memory);
            memory = null;
        }
    }

    @Override
    public void restoreState(IMemento memento) {
        memory = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        ViewerMemory.save(pane.model(), memento);
    }

    private SliceInput input() {
        return (SliceInput) getEditorInput();
    }

    /** What is seen, for tests. */
    public ViewerPane pane() {
        return pane;
    }

    @Override
    public void setInput(IEditorInput input) {
        boolean same = getEditorInput() instanceof SliceInput old && old.equals(input);
        super.setInputWithNotify(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
        if (pane != null && !same) {
            follow();
        }
    }

    /** Reads the case of the input, at once when the viewer can be seen, else when it can. */
    private void follow() {
        isStale = true;
        wantedMm = null;
        shownAlignment = null;
        pane.showMessage("Reading the images of " + input().caseId() + "\u2026", false);
        publish();
        if (isVisible) {
            reload();
        }
    }

    /** Makes the case's line in the explorer the selection of this part, as soon as its study was read. */
    private void publish() {
        StudyNode.Case line = new CaseSelection(input().root(), input().experiment(), input().caseId(),
                List.of()).getAdapter(StudyNode.Case.class);
        selection.setSelection(line == null ? StructuredSelection.EMPTY : new StructuredSelection(line));
        boolean isElsewhere = line != null && shownAlignment != null && !line.alignment().equals(shownAlignment);
        if (isElsewhere && !isDirty() && !isStale && !pane.model().images().isEmpty()) {
            readAgain();
        }
    }

    private void reload() {
        pane.showMessage("Reading the images of " + input().caseId() + "\u2026", false);
        read(this::show);
    }

    /** Reads the case once more where it was read already, after a segmentation of it was written; on the UI thread. */
    public void readCaseAgain() {
        if (!isStale && !isDirty()) {
            reload();
        }
    }

    /** Reads the case that is shown once more, after its SPECT was written elsewhere. */
    private void readAgain() {
        shownAlignment = null;
        read((images, where) -> {
            pane.showAgain(images, where);
            take(where);
        });
    }

    private void take(Optional<SpectOnCt> where) {
        shownAlignment = where.map(each -> new Alignment(each.applied(), each.proposed())).orElse(Alignment.NONE);
        if (wantsProposal) {
            wantsProposal = false;
            pane.move().showProposed();
        }
    }

    /**
     * Lets the SPECT be moved, and puts it where it was proposed, if it was; while the images are read, as soon as they are
     * there. Nothing is written. Only on the UI thread.
     */
    public void showProposal() {
        wantsProposal = true;
        if (pane.move().canMove() && !isDirty()) {
            readAgain();
        }
    }

    private void read(BiConsumer<ViewedCase, Optional<SpectOnCt>> receiver) {
        isStale = false;
        if (reading != null) {
            reading.cancel();
        }
        SliceInput wanted = input();
        Object token = new Object();
        latest = token;
        reading = Job.create("Reading the images of " + wanted.caseId(), (ICoreRunnable) monitor -> {
            try {
                ViewedCase images = ViewedCaseReader.read(wanted.root(), wanted.caseId(), wanted.experiment(), monitor);
                Optional<SpectOnCt> where = SpectOnCt.read(StudyFolder.open(wanted.root()), wanted.caseId());
                later(token, () -> receiver.accept(images, where));
            } catch (OperationCanceledException e) {
                later(token, () -> pane.showMessage("Reading was cancelled.", true));
                throw e;
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, "A case could not be shown.", e);
                later(token, () -> pane.showMessage(e.getMessage(), true));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A case could not be shown.", e);
                later(token, () -> pane.showMessage("The images could not be shown because of a defect of the program;"
                        + " the log holds the details.", true));
            } catch (OutOfMemoryError e) {
                LOG.log(Level.WARNING, "A case could not be shown.", e);
                later(token, () -> pane.showMessage("The memory of the program ("
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB) is not enough for these images. Close other"
                        + " viewers, or start Glomera with more, for instance GLOMERA_HEAP=8g.", true));
            }
        });
        reading.setPriority(Job.SHORT);
        reading.schedule();
    }

    private void show(ViewedCase images, Optional<SpectOnCt> where) {
        pane.show(images, where);
        take(where);
        if (wantedMm != null) {
            show(wantedMm);
        }
        if (getSite().getPage().getActivePart() == this) {
            pane.setFocus();
        }
    }

    /**
     * Moves the cross-hair, at most to the edge of the images, and brings it into sight; while the images are read, as
     * soon as they are there. Does not activate the viewer. Only on the UI thread.
     *
     * @param patientMm where to look, in patient millimetres (DICOM LPS)
     */
    public void show(Vector3 patientMm) {
        boolean isThere = !pane.model().images().isEmpty();
        wantedMm = isThere ? null : Objects.requireNonNull(patientMm);
        if (isThere) {
            pane.model().lookAt(patientMm);
        }
    }

    /**
     * Shows the images of a case: in the viewer that shows it or follows the selection, else in a new one.
     *
     * @return the viewer, which may still read the images; only on the UI thread
     */
    public static SliceEditor open(IWorkbenchPage page, SliceInput input) throws PartInitException {
        for (IEditorReference reference : page.findEditors(null, ID, IWorkbenchPage.MATCH_ID)) {
            if (reference.getEditor(true) instanceof SliceEditor viewer && viewer.isFor(input)) {
                viewer.setInput(input);
                page.activate(viewer);
                return viewer;
            }
        }
        return (SliceEditor) page.openEditor(input, ID);
    }

    /** Does something on the UI thread if the viewer is still there and no other reading began since. */
    private void later(Object token, Runnable task) {
        later(() -> {
            if (token == latest) {
                task.run();
            }
        });
    }

    private void later(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!pane.isDisposed()) {
                    task.run();
                }
            });
        }
    }

    private void selectedElsewhere(IWorkbenchPart part, ISelection chosen) {
        if (part == this || !pane.toolBar().follows() || !(chosen instanceof IStructuredSelection lines)
                || lines.size() != 1) {
            return;
        }
        SliceInput other = inputOf(lines.getFirstElement());
        if (other != null && !other.isSameCase(input()) && mayLeave()) {
            setInput(other);
        }
    }

    /** The case that a selected thing stands for; null when it is none. */
    public static SliceInput inputOf(Object selected) {
        if (selected instanceof CaseSelection chosen) {
            return new SliceInput(chosen.studyRoot(), chosen.caseId(), chosen.experiment());
        }
        StudyNode.Case line = Adapters.adapt(selected, StudyNode.Case.class);
        return line == null ? null : new SliceInput(line.root(), line.info().id(), "");
    }

    /** Whether this viewer is the one to show a case: it shows it already, or follows what is selected. */
    public boolean isFor(SliceInput other) {
        return other.isSameCase(input()) || pane.toolBar().follows() && !isDirty();
    }

    private void tellDirty() {
        if (wasDirty != isDirty()) {
            wasDirty = isDirty();
            firePropertyChange(IEditorPart.PROP_DIRTY);
        }
    }

    /** Whether the SPECT was put elsewhere than its files say. */
    @Override
    public boolean isDirty() {
        return pane != null && pane.move().isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (!applyNow()) {
            monitor.setCanceled(true);
        }
    }

    @Override
    public int promptToSaveOnClose() {
        return switch (question.ask(getSite().getShell(), input().caseId())) {
            case APPLY -> YES;
            case DISCARD -> NO;
            case STAY -> CANCEL;
        };
    }

    /** Sets who is asked what becomes of moves that were not applied, for tests. */
    void setQuestion(LeaveQuestion newQuestion) {
        question = newQuestion;
    }

    /** Whether another case may be shown: nothing was moved, or what was moved is applied or given up. */
    private boolean mayLeave() {
        if (!isDirty()) {
            return true;
        }
        return switch (question.ask(getSite().getShell(), input().caseId())) {
            case APPLY -> applyNow();
            case DISCARD -> {
                pane.move().discard();
                yield true;
            }
            case STAY -> {
                pane.toolBar().stay();
                yield false;
            }
        };
    }

    private boolean applyNow() {
        RegisterRequest request = pane.jobs().writing();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
                try {
                    MoveJobs.applyNow(request, monitor);
                } catch (GlomeraException e) {
                    throw new InvocationTargetException(e, e.getMessage());
                }
            });
        } catch (InvocationTargetException e) {
            LOG.log(Level.WARNING, "Where a SPECT was put could not be written.", e);
            MessageDialog.openError(getSite().getShell(), "Move SPECT", e.getCause() instanceof GlomeraException known
                    ? known.getMessage() : "The SPECT could not be moved because of a defect of the program; the log holds"
                            + " the details.");
            return false;
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Moving a SPECT was cancelled.", e);
            return false;
        }
        OpenStudies.ofWorkbench().refresh();
        readAgain();
        return true;
    }

    private void save() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFileName(input().caseId() + PNG);
        dialog.setFilterExtensions(new String[] {"*" + PNG, "*"});
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            savePicture(Path.of(chosen.endsWith(PNG) ? chosen : chosen + PNG));
        }
    }

    /** Saves the planes as they are seen, in a job. */
    Job savePicture(Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {pane.snapshot()};
        Job job = Job.create("Saving a picture", (ICoreRunnable) monitor -> {
            try {
                AtomicFiles.write(file, out -> loader.save(out, SWT.IMAGE_PNG));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A picture could not be saved.", e);
                display.asyncExec(() -> MessageDialog.openError(getSite().getShell(), "Save Picture", "'" + file
                        + "' could not be written. Check that you may write there and that the disk is not full."));
            }
        });
        job.schedule();
        return job;
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }

    @Override
    public void dispose() {
        if (reading != null) {
            reading.cancel();
        }
        OpenStudies.ofWorkbench().removeListener(studies);
        getSite().getPage().removeSelectionListener(otherParts);
        getSite().getPage().removePartListener(visibility);
        super.dispose();
    }

    /** Reads a case as soon as the viewer can be seen. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SliceEditor.this) {
                isVisible = true;
                if (isStale) {
                    reload();
                }
            }
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SliceEditor.this) {
                isVisible = false;
            }
        }
    }
}
