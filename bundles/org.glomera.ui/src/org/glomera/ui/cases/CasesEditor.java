package org.glomera.ui.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.glomera.study.CaseFile;
import org.glomera.ui.Commands;
import org.glomera.ui.FileWriting;
import org.glomera.ui.Texts;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.studies.OpenStudies;
import org.osgi.framework.FrameworkUtil;

/**
 * The cases of a study as a table. It follows the study's files; what is selected in it, the slice viewer, the 3D view
 * and the Properties view show, and it selects what they select.
 */
public final class CasesEditor extends ReadOnlyEditor {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.cases";

    private static final int FILTER_PX = 260;
    private static final int PAUSE_MS = 250;

    private final OpenStudies openStudies = OpenStudies.ofWorkbench();
    private final OpenStudies.Listener follower = studies -> later(() -> show(studies));
    private final ISelectionListener selections = (part, selection) -> {
        if (part != this && selection instanceof IStructuredSelection lines) {
            follow(lines.getFirstElement());
        }
    };
    private final Map<String, Map<CaseFile, ImageFacts>> found = new HashMap<>();
    private final FactsJob facts = new FactsJob(this::found);
    private Thumbnails thumbnails;
    private List<CaseRow> rows = List.of();
    private CasesTable table;
    private Label count;
    private Text filter;
    private StudySelection published;
    private boolean isTaking;

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 4;
        layout.marginLeft = 6;
        layout.marginRight = 6;
        page.setLayout(layout);
        thumbnails = new Thumbnails(stateFolder(), (id, data) -> later(() -> table.setPicture(id, data)));
        filter = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter: words in any column");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(FILTER_PX, SWT.DEFAULT).applyTo(filter);
        count = new Label(page, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).indent(6, 0).applyTo(count);
        createTools(page);
        table = new CasesTable(page, row -> thumbnails.wish(row.shown()));
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(table.widget());
        filter.addListener(SWT.Modify, event -> {
            table.filter(filter.getText());
            tellCount();
        });
        published = new StudySelection(table);
        getSite().setSelectionProvider(published);
        table.widget().addListener(SWT.Selection, event -> published.tell());
        table.widget().addListener(SWT.DefaultSelection, event -> Commands.run(Commands.OPEN_IMAGES));
        table.widget().addListener(SWT.KeyDown, this::keyPressed);
        createMenu();
        getSite().getPage().addPostSelectionListener(selections);
        openStudies.addListener(follower);
        show(openStudies.studies());
    }

    private static Path stateFolder() {
        return Path.of(Platform.getStateLocation(FrameworkUtil.getBundle(CasesEditor.class)).toOSString())
                .resolve("thumbnails");
    }

    private Path root() {
        return ((CasesInput) getEditorInput()).root();
    }

    private void createTools(Composite page) {
        ToolBarManager tools = new ToolBarManager(SWT.FLAT);
        tools.add(CaseActions.of("Copy", "Copy the table with its headings", "copy_table", () -> copy(true)));
        tools.add(CaseActions.of("Export", "Export the table as CSV, in whole precision", "export_csv", this::export));
        tools.createControl(page);
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new GroupMarker("open"));
        menu.add(new Separator());
        menu.add(new RoleMenu(root(), table::selected, getSite()::getShell).menu());
        menu.add(CaseActions.of("&Copy Rows\tCtrl+C", "", "copy_table", () -> copy(false)));
        menu.add(CaseActions.of("&Export CSV\u2026", "", "export_csv", this::export));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        table.widget().setMenu(menu.createContextMenu(table.widget()));
        getSite().registerContextMenu("org.glomera.ui.menus.cases", menu, published);
    }

    private void keyPressed(Event event) {
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy(false);
        }
    }

    private void copy(boolean whole) {
        String text = whole ? table.shown().tsv(true) : new CaseRows(table.selected()).tsv(false);
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.widget().getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void export() {
        CaseRows shown = table.shown();
        new FileWriting(getSite().getShell(), sentence -> getEditorSite().getActionBars().getStatusLineManager()
                .setMessage(sentence)).toFile("cases.csv", (file, monitor) -> CaseActions.write(file, shown.csv()));
    }

    private void show(List<StudyNode> studies) {
        for (StudyNode study : studies) {
            if (study.root().equals(root())) {
                setPartName(study instanceof StudyNode.Study read ? "Cases of " + read.info().name()
                        : getEditorInput().getName());
                List<CaseRow> before = rows;
                rows = CaseRow.of(study, before);
                table.show(rows);
                table.forgetPictures(changed(before));
                tellCount(study);
                facts.look(rows.stream().map(CaseRow::shown).toList());
                return;
            }
        }
        rows = List.of();
        table.show(rows);
        count.setText("The study is not open.");
    }

    /** The cases whose images are others than before. */
    private Set<String> changed(List<CaseRow> before) {
        Map<String, Case> old = new HashMap<>();
        before.forEach(row -> old.put(row.id(), row.shown()));
        Set<String> changed = new HashSet<>();
        for (CaseRow row : rows) {
            Case was = old.get(row.id());
            if (was != null && !(was.info().sources().equals(row.shown().info().sources())
                    && was.alignment().equals(row.shown().alignment()))) {
                changed.add(row.id());
            }
        }
        return changed;
    }

    private void tellCount(StudyNode study) {
        if (study instanceof StudyNode.Unreadable unreadable) {
            count.setText(unreadable.message().replace("&", "&&"));
        } else {
            tellCount();
        }
    }

    private void tellCount() {
        int shown = table.shown().rows().size();
        count.setText(shown == table.total() ? Texts.count(shown, "case", "cases") : shown + " of " + table.total()
                + " cases");
    }

    /** Facts come case by case; the table is filled a few times a second. */
    private void found(String caseId, Map<CaseFile, ImageFacts> images) {
        synchronized (found) {
            found.put(caseId, images);
            if (isTaking) {
                return;
            }
            isTaking = true;
        }
        later(() -> table.widget().getDisplay().timerExec(PAUSE_MS, this::take));
    }

    private void take() {
        Map<String, Map<CaseFile, ImageFacts>> news;
        synchronized (found) {
            news = new HashMap<>(found);
            found.clear();
            isTaking = false;
        }
        if (!table.widget().isDisposed()) {
            List<CaseRow> now = new ArrayList<>();
            rows.forEach(row -> now.add(news.containsKey(row.id()) ? row.with(news.get(row.id())) : row));
            rows = List.copyOf(now);
            table.show(rows);
        }
    }

    private void follow(Object selected) {
        Case shown = Adapters.adapt(selected, Case.class);
        if (shown != null && shown.root().equals(root()) && !table.widget().isDisposed()) {
            table.select(shown.info().id());
        }
    }

    private void later(Runnable task) {
        if (!table.widget().isDisposed()) {
            table.widget().getDisplay().asyncExec(() -> {
                if (!table.widget().isDisposed()) {
                    task.run();
                }
            });
        }
    }

    /** The table. */
    CasesTable table() {
        return table;
    }

    /** The field of the filter. */
    Text filter() {
        return filter;
    }

    @Override
    public void setFocus() {
        table.widget().setFocus();
    }

    @Override
    public void dispose() {
        openStudies.removeListener(follower);
        getSite().getPage().removePostSelectionListener(selections);
        facts.cancel();
        if (thumbnails != null) {
            thumbnails.cancel();
        }
        super.dispose();
    }
}
