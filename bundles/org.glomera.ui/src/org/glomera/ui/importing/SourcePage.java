package org.glomera.ui.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;

/** First page of the import: the folders with images, and the study they go into. */
final class SourcePage extends WizardPage {

    private static final int INDENT_PX = 20;
    private static final int LIST_PX = 90;

    private final List<Path> folders = new ArrayList<>();
    private final List<ImportTarget> studies;
    private final Path preferred;
    private org.eclipse.swt.widgets.List list;
    private Button remove;
    private Button toExisting;
    private Combo existing;
    private StudyFields fields;

    /**
     * Makes the page.
     *
     * @param folders folders that are named already
     * @param studies the studies that are open
     * @param preferred the root of the study to propose; null for none
     */
    SourcePage(List<Path> folders, List<ImportTarget> studies, Path preferred) {
        super("source", "Images and Study", null);
        this.folders.addAll(folders);
        this.studies = List.copyOf(studies);
        this.preferred = preferred;
        setDescription("Choose the folders that hold the images. The next page shows what is in them; nothing is"
                + " changed until you finish.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 12;
        page.setLayout(layout);
        createFolders(page);
        createStudy(page);
        setControl(page);
        showFolders();
        check();
    }

    private void createFolders(Composite page) {
        Group group = group(page, "Images", 2);
        group.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list = new org.eclipse.swt.widgets.List(group, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LIST_PX).span(1, 2).applyTo(list);
        list.addListener(SWT.Selection, event -> remove.setEnabled(list.getSelectionCount() > 0));
        Button add = button(group, "&Add Folder\u2026");
        add.addListener(SWT.Selection, event -> browse());
        remove = button(group, "&Remove");
        remove.setEnabled(false);
        remove.addListener(SWT.Selection, event -> removeSelected());
        Label hint = new Label(group, SWT.WRAP);
        hint.setText("CT, SPECT (stored as NM or PT) and delineations (RTSTRUCT, SEG), in any order and depth; image files"
                + " that are no DICOM when a list images.csv in their folder says what they are. Folders may also be"
                + " dropped here from the file manager. A file cohort.csv beside them gives the roles.");
        GridDataFactory.fillDefaults().span(2, 1).hint(400, SWT.DEFAULT).grab(true, false).applyTo(hint);
        DropTarget target = new DropTarget(list, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new FolderDrop(this::addFolders));
    }

    private static Group group(Composite page, String title, int columns) {
        Group group = new Group(page, SWT.NONE);
        group.setText(title);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 10;
        layout.marginHeight = 10;
        group.setLayout(layout);
        return group;
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        return button;
    }

    private void createStudy(Composite page) {
        Group group = group(page, "Study", 3);
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        toExisting = new Button(group, SWT.RADIO);
        toExisting.setText("Add to an open &study:");
        existing = new Combo(group, SWT.READ_ONLY);
        existing.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        studies.forEach(study -> existing.add(study.name() + "  \u2013  " + study.root()));
        Button toNew = new Button(group, SWT.RADIO);
        toNew.setText("&Make a new study");
        toNew.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 3, 1));
        fields = new StudyFields(group, INDENT_PX, changed -> check());
        int place = placeOf(preferred);
        existing.select(Math.max(0, place));
        toExisting.setSelection(place >= 0);
        toNew.setSelection(place < 0);
        toExisting.setEnabled(!studies.isEmpty());
        toExisting.addListener(SWT.Selection, event -> check());
        existing.addListener(SWT.Selection, event -> check());
    }

    private int placeOf(Path root) {
        for (int i = 0; i < studies.size(); i++) {
            if (studies.get(i).root().equals(root)) {
                return i;
            }
        }
        return -1;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        dialog.setText("Add Folder");
        dialog.setMessage("Choose a folder with images; its subfolders are looked through too.");
        if (!folders.isEmpty() && folders.get(folders.size() - 1).getParent() != null) {
            dialog.setFilterPath(folders.get(folders.size() - 1).getParent().toString());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            addFolders(List.of(Path.of(chosen)));
        }
    }

    /** Adds folders; files among them are passed over. */
    void addFolders(List<Path> added) {
        added.stream().filter(Files::isDirectory).filter(each -> !folders.contains(each)).forEach(folders::add);
        showFolders();
        check();
    }

    private void removeSelected() {
        List<Path> gone = new ArrayList<>();
        for (int place : list.getSelectionIndices()) {
            gone.add(folders.get(place));
        }
        folders.removeAll(gone);
        showFolders();
        check();
    }

    private void showFolders() {
        list.setItems(folders.stream().map(Path::toString).toArray(String[]::new));
        remove.setEnabled(false);
    }

    private void check() {
        boolean isNew = !toExisting.getSelection();
        existing.setEnabled(!isNew);
        fields.setEnabled(isNew);
        String problem = isNew ? fields.problem() : "";
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                problem = "'" + folder + "' is not there. Remove it from the list.";
            }
        }
        // what is still to be filled in is no error
        setErrorMessage(problem.isEmpty() || folders.isEmpty() && problem.startsWith("Give") ? null : problem);
        setMessage(folders.isEmpty() ? "Add the folder that holds the images." : null);
        setPageComplete(problem.isEmpty() && !folders.isEmpty());
    }

    /** The folders to look through. */
    List<Path> folders() {
        return List.copyOf(folders);
    }

    /** The study that the images go into; only when the page is complete. */
    ImportTarget target() {
        if (toExisting.getSelection()) {
            return studies.get(existing.getSelectionIndex());
        }
        return fields.target();
    }

    /** The fields of a new study. */
    StudyFields fields() {
        return fields;
    }
}
