package org.glomera.ui.registering;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PartInitException;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RegisterRequest.Accept;
import org.glomera.pipeline.RegisterRequest.Action;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterRequest.Undo;
import org.glomera.pipeline.RegisterResult;
import org.glomera.pipeline.RegisterResult.Outcome;
import org.glomera.pipeline.RegisterResult.State;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;
import org.glomera.ui.editor.NodeSelection;
import org.glomera.ui.editor.ReadOnlyEditor;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/**
 * How the SPECT of a study's cases was brought onto their CT, as a table: what was applied, and what was found and waits to
 * be looked at. It follows the study's files. What is selected in it the slice viewer and the Properties view show.
 */
public final class RegistrationsEditor extends ReadOnlyEditor {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.registrations";

    private final OpenStudies.Listener follower = studies -> later(() -> show(studies));
    private final NodeSelection selection = new NodeSelection();
    private final Map<String, String> problems = new HashMap<>();
    private List<RegistrationRow> rows = List.of();
    private LocalResourceManager icons;
    private Table table;
    private Label summary;
    private Button register;
    private Button look;
    private Button accept;
    private Button undo;

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 6;
        layout.marginHeight = 4;
        page.setLayout(layout);
        icons = new LocalResourceManager(JFaceResources.getResources(), page);
        summary = new Label(page, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(summary);
        register = button(page, "Register\u2026", "Find how the SPECT of the selected cases belongs on the CT", this::ask);
        look = button(page, "Look at It", "Show the selected case in the slice viewer, with its SPECT where it is proposed",
                this::look);
        accept = button(page, "Accept", "Apply what is proposed for the selected cases, with its warnings",
                () -> run("Applying what was proposed", new Accept()));
        undo = button(page, "Undo", "Move the SPECT of the selected cases back to where it was imported, and drop what is"
                + " proposed", () -> run("Undoing registrations", new Undo()));
        createTable(page);
        getSite().setSelectionProvider(selection);
        OpenStudies.ofWorkbench().addListener(follower);
        show(OpenStudies.ofWorkbench().studies());
    }

    private static Button button(Composite page, String text, String tooltip, Runnable action) {
        Button button = new Button(page, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tooltip);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void createTable(Composite page) {
        table = new Table(page, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        GridDataFactory.fillDefaults().span(5, 1).grab(true, true).applyTo(table);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (RegistrationColumn column : RegistrationColumn.values()) {
            TableColumn made = new TableColumn(table, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
            made.setText(column.heading());
            made.setWidth(column.widthPx());
            made.setMoveable(true);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MouseHover, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            List<String> words = item == null ? List.of() : rows.get(table.indexOf(item)).warnings();
            table.setToolTipText(words.isEmpty() ? null : String.join("\n", words).replace("&", "&&"));
        });
        table.addListener(SWT.Selection, event -> selected());
        table.addListener(SWT.DefaultSelection, event -> look());
        table.addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
                copy();
            }
        });
    }

    private void fill(Event event) {
        RegistrationRow row = rows.get(event.index);
        TableItem item = (TableItem) event.item;
        item.setText(Arrays.stream(RegistrationColumn.values()).map(column -> column.text(row)).toArray(String[]::new));
        item.setImage(0, icons.get(Images.descriptor(row.warnings().isEmpty() ? "case_spect_ct" : "problem")));
    }

    private Path root() {
        return ((RegistrationsInput) getEditorInput()).root();
    }

    private void show(List<StudyNode> studies) {
        Set<String> before = selectedIds();
        StudyNode study = studies.stream().filter(each -> each.root().equals(root())).findFirst().orElse(null);
        rows = study == null ? List.of() : RegistrationRow.of(study, problems);
        if (study instanceof StudyNode.Study read) {
            setPartName("SPECT onto CT of " + read.info().name());
        }
        table.setRedraw(false);
        table.deselectAll();
        table.setItemCount(rows.size());
        table.clearAll();
        table.setRedraw(true);
        select(before);
        long proposed = rows.stream().filter(RegistrationRow::isProposed).count();
        long applied = rows.stream().filter(each -> each.state().equals("registered")).count();
        summary.setText(study == null ? "The study is not open." : rows.isEmpty() ? "No case has both SPECT and CT."
                : applied + " registered" + (proposed == 0 ? "" : ", " + Texts.count((int) proposed, "proposal",
                        "proposals") + " to look at"));
    }

    /** Selects the rows of cases. */
    void select(Iterable<String> ids) {
        Set<String> wanted = new LinkedHashSet<>();
        ids.forEach(wanted::add);
        table.setSelection(IntStream.range(0, rows.size()).filter(i -> wanted.contains(rows.get(i).id())).toArray());
        selected();
    }

    private List<RegistrationRow> selectedRows() {
        return Arrays.stream(table.getSelectionIndices()).filter(i -> i < rows.size()).mapToObj(rows::get).toList();
    }

    private Set<String> selectedIds() {
        return selectedRows().stream().map(RegistrationRow::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void selected() {
        List<RegistrationRow> chosen = selectedRows();
        register.setEnabled(!chosen.isEmpty());
        look.setEnabled(selectedIds().size() == 1);
        accept.setEnabled(chosen.stream().anyMatch(RegistrationRow::isProposed));
        undo.setEnabled(chosen.stream().anyMatch(each -> each.registration().isPresent()));
        selection.setSelection(new StructuredSelection(chosen.stream().map(RegistrationRow::shown).distinct().toList()));
    }

    /** Asks by which method the selected cases are to be registered. */
    void ask() {
        List<String> ids = List.copyOf(selectedIds());
        RegisterDialog dialog = new RegisterDialog(getSite().getShell(), ids.size());
        if (!ids.isEmpty() && dialog.open() == Window.OK) {
            run("Registering " + Texts.count(ids.size(), "case", "cases"), new Search(dialog.method(), Optional.empty(),
                    dialog.acceptsWarnings()));
        }
    }

    /** Does something with the selected cases in the background. */
    PipelineJob<RegisterResult> run(String title, Action action) {
        return PipelineJob.of(title, Settings.ofWorkbench().services().register(),
                new RegisterRequest(root(), List.copyOf(selectedIds()), action, false))
                .writing(root())
                .icon(Images.descriptor("register"))
                .saying(RegisterResult::summary)
                .then(this::done)
                .start();
    }

    private void done(RegisterResult result) {
        for (Outcome outcome : result.outcomes()) {
            problems.remove(outcome.caseId());
            if (outcome.state() == State.FAILED) {
                problems.put(outcome.caseId(), outcome.sentence());
            }
        }
        if (!table.isDisposed()) {
            show(OpenStudies.ofWorkbench().studies());
        }
        OpenStudies.ofWorkbench().refresh();
    }

    /** Opens the selected case in the slice viewer, with its SPECT where it is proposed. */
    void look() {
        List<RegistrationRow> chosen = selectedRows();
        if (chosen.isEmpty()) {
            return;
        }
        try {
            SliceEditor.open(getSite().getPage(), new SliceInput(root(), chosen.get(0).id(), "")).showProposal();
        } catch (PartInitException e) {
            throw new IllegalStateException("The slice viewer is part of this program.", e);
        }
    }

    private void copy() {
        String text = selectedRows().stream().map(row -> Arrays.stream(RegistrationColumn.values())
                .map(column -> column.text(row)).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void later(Runnable task) {
        if (!table.isDisposed()) {
            table.getDisplay().asyncExec(() -> {
                if (!table.isDisposed()) {
                    task.run();
                }
            });
        }
    }

    /** The rows, for tests. */
    List<RegistrationRow> rows() {
        return rows;
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        OpenStudies.ofWorkbench().removeListener(follower);
        super.dispose();
    }
}
