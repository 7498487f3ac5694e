package org.glomera.ui.importing;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.PlannedImage;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.ImportPlan.State;
import org.glomera.study.Acquisition;
import org.glomera.study.Role;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;

/** The cases of a plan with their check boxes and roles. */
final class CaseTable {

    /** The text of a cell. */
    @FunctionalInterface
    private interface Cell {
        String of(PlannedCase planned);
    }

    private static final int ROLE = 5;

    private final Runnable changed;
    private final CheckboxTableViewer viewer;
    private final LocalResourceManager resources;
    private ImportSelection selection;

    CaseTable(Composite parent, Runnable changed) {
        this.changed = changed;
        viewer = CheckboxTableViewer.newCheckList(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        Table table = viewer.getTable();
        resources = new LocalResourceManager(JFaceResources.getResources(), table);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        column("Case", 105, PlannedCase::caseId);
        column("CT", 272, planned -> planned.ct().map(PlannedImage::inWords).orElse(Texts.NONE));
        column("SPECT", 256, planned -> planned.spect().map(PlannedImage::inWords).orElse(Texts.NONE));
        column("Kidneys on CT", 188, planned -> kidneys(planned.kidneysCt()));
        column("Kidneys on SPECT", 188, planned -> kidneys(planned.kidneysSpect()));
        TableViewerColumn role = column("Role", 95, planned -> Texts.of(selection.role(planned)));
        role.setEditingSupport(new RoleEditing());
        column("Remarks", 600, CaseTable::remarks);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setCheckStateProvider(new ICheckStateProvider() {
            @Override
            public boolean isGrayed(Object element) {
                return false;
            }

            @Override
            public boolean isChecked(Object element) {
                return selection.isWanted((PlannedCase) element);
            }
        });
        viewer.addCheckStateListener(event -> {
            selection.setWanted((PlannedCase) event.getElement(), event.getChecked());
            changed.run();
        });
        createMenu(table);
    }

    private TableViewerColumn column(String heading, int width, Cell cell) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(heading);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new Cells(viewer.getTable().getColumnCount() - 1, cell));
        return column;
    }

    private void createMenu(Table table) {
        MenuManager menu = new MenuManager();
        for (Role role : Role.values()) {
            menu.add(new Action("Role: " + Texts.of(role)) {
                @Override
                public void run() {
                    for (Object each : viewer.getStructuredSelection().toList()) {
                        selection.setRole((PlannedCase) each, role);
                    }
                    changed.run();
                }
            });
        }
        table.setMenu(menu.createContextMenu(table));
        table.addListener(SWT.Dispose, event -> menu.dispose());
    }

    private static String kidneys(Optional<PlannedKidneys> drawn) {
        return drawn.map(PlannedKidneys::inWords).orElse(Texts.NONE);
    }

    private static String remarks(PlannedCase planned) {
        String state = planned.state() == State.NEW ? "" : planned.state().words();
        String words = String.join(" ", planned.remarks());
        return state.isEmpty() || words.isEmpty() ? state + words : state + ". " + words;
    }

    /** Whether a remark wants to be acted on; others say how the images were read. */
    private static boolean asksForSomething(String remark) {
        return remark.contains("Check ") || remark.contains("left out") || remark.startsWith("No CT");
    }

    /** Shows the cases of a plan. */
    void show(ImportSelection newSelection) {
        selection = newSelection;
        viewer.setInput(selection.plan().cases());
        boolean anySpect = selection.plan().cases().stream().anyMatch(each -> each.spect().isPresent());
        viewer.getTable().getColumn(2).setWidth(anySpect ? 256 : 60);
    }

    /** Shows what is chosen now. */
    void refresh() {
        viewer.refresh();
    }

    Control control() {
        return viewer.getTable();
    }

    CheckboxTableViewer viewer() {
        return viewer;
    }

    /** The cells of a column; those of a case that is not wanted are dim. */
    private final class Cells extends ColumnLabelProvider {

        private final int place;
        private final Cell cell;

        Cells(int place, Cell cell) {
            this.place = place;
            this.cell = cell;
        }

        @Override
        public String getText(Object element) {
            return cell.of((PlannedCase) element);
        }

        @Override
        public Image getImage(Object element) {
            PlannedCase planned = (PlannedCase) element;
            if (place == 0) {
                return resources.get(Images.descriptor(planned.acquisition() == Acquisition.SPECT_CT ? "case_spect_ct"
                        : "case_diagnostic_ct"));
            }
            boolean isProblem = planned.state() == State.REPLACES
                    || planned.remarks().stream().anyMatch(CaseTable::asksForSomething);
            return place > ROLE && isProblem ? resources.get(Images.descriptor("problem")) : null;
        }

        @Override
        public Color getForeground(Object element) {
            return selection.isWanted((PlannedCase) element) ? null
                    : viewer.getTable().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
        }

        @Override
        public String getToolTipText(Object element) {
            PlannedCase planned = (PlannedCase) element;
            return switch (place) {
                case 0 -> Texts.of(planned.acquisition()) + " of patient " + planned.patient();
                case ROLE -> "Click to change; all cases of a patient have one role";
                default -> place > ROLE && !remarks(planned).isEmpty() ? remarks(planned) : null;
            };
        }
    }

    /** Changes a role by a list that drops down. */
    private final class RoleEditing extends EditingSupport {

        private final ComboBoxViewerCellEditor editor;

        RoleEditing() {
            super(viewer);
            editor = new ComboBoxViewerCellEditor(viewer.getTable(), SWT.READ_ONLY);
            editor.setActivationStyle(ComboBoxViewerCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
            editor.setContentProvider(ArrayContentProvider.getInstance());
            editor.setLabelProvider(new LabelProvider() {
                @Override
                public String getText(Object element) {
                    return Texts.of((Role) element);
                }
            });
            editor.setInput(List.of(Role.values()));
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return selection.role((PlannedCase) element);
        }

        @Override
        protected void setValue(Object element, Object value) {
            if (value instanceof Role role && role != selection.role((PlannedCase) element)) {
                selection.setRole((PlannedCase) element, role);
                changed.run();
            }
        }
    }
}
