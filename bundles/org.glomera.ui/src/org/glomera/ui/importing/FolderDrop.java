package org.glomera.ui.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/**
 * Takes folders that are dropped from the file manager: a study is opened, any other folder is offered for import. What
 * is dropped is copied, never moved. Only on the UI thread.
 */
public final class FolderDrop extends DropTargetAdapter {

    /** Files that stand for their folder. */
    private static final Set<String> OF_FOLDER = Set.of("study.json", "images.csv");

    private final Consumer<List<Path>> taker;

    /** Hands what is dropped to somebody. */
    FolderDrop(Consumer<List<Path>> taker) {
        this.taker = taker;
    }

    /** What the workbench does with what is dropped on its window. */
    public static FolderDrop ofWorkbench() {
        return new FolderDrop(FolderDrop::openOrImport);
    }

    /** Lets folders be dropped on a control. */
    public static void on(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(ofWorkbench());
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (event.detail == DND.DROP_DEFAULT) {
            event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_NONE;
        }
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            List<Path> paths = new ArrayList<>();
            for (String name : names) {
                paths.add(Path.of(name).toAbsolutePath().normalize());
            }
            // the file manager waits until this returns, so dialogs come after it
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> taker.accept(paths));
        }
    }

    private static void openOrImport(List<Path> dropped) {
        List<Path> folders = new ArrayList<>();
        for (Path path : dropped) {
            Path folder = path.getParent() != null && OF_FOLDER.contains(path.getFileName().toString())
                    ? path.getParent() : path;
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        if (!folders.isEmpty()) {
            ImportImages.openOrImport(folders);
        } else if (PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null) {
            MessageDialog.openInformation(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
                    "Import Images", "Drop folders with images, or the folder of a study. Single files are not"
                            + " taken.");
        }
    }
}
