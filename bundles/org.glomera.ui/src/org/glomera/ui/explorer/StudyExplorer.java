package org.glomera.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ILabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.glomera.ui.Commands;
import org.glomera.ui.Theme;
import org.glomera.ui.importing.FolderDrop;
import org.glomera.ui.model.ImageFactsReader;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.properties.NodePropertySheetPage;
import org.glomera.ui.studies.OpenStudies;

/** The view that shows the open studies as a tree and follows their files. */
public final class StudyExplorer extends ViewPart {

    /** The identifier of this view in plugin.xml. */
    public static final String ID = "org.glomera.ui.views.explorer";

    private final OpenStudies openStudies = OpenStudies.ofWorkbench();
    private final OpenStudies.Listener follower = studies -> later(() -> show(studies));
    private final CaseLines lines = new CaseLines(ImageFactsReader.ofWorkbench(), this::linesChanged);
    private final StudyTreeContent content = new StudyTreeContent(lines);
    private Composite pages;
    private Composite emptyPage;
    private FilteredTree tree;
    private List<StudyNode> shown = List.of();

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        emptyPage = createEmptyPage(pages);
        tree = createTree(pages);
        getSite().setSelectionProvider(tree.getViewer());
        createContextMenu();
        FolderDrop.on(tree.getViewer().getControl());
        FolderDrop.on(emptyPage);
        openStudies.addListener(follower);
        show(openStudies.studies());
    }

    private static Composite createEmptyPage(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setBackground(Theme.ground(parent.getDisplay()));
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        layout.marginHeight = 16;
        page.setLayout(layout);
        Label text = new Label(page, SWT.WRAP);
        text.setText("No study is open. A study is the folder that holds a study.json: its cases, runs and"
                + " experiments.");
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Link link = new Link(page, SWT.NONE);
        link.setText("<a>Open a study\u2026</a>");
        link.addListener(SWT.Selection, event -> Commands.run(Commands.OPEN_STUDY));
        Link imports = new Link(page, SWT.NONE);
        imports.setText("<a>Import images\u2026</a>");
        imports.addListener(SWT.Selection, event -> Commands.run(Commands.IMPORT_IMAGES));
        Label drop = new Label(page, SWT.WRAP);
        drop.setText("A folder can also be dropped here from the file manager: a study is opened, images are imported.");
        drop.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return page;
    }

    private FilteredTree createTree(Composite parent) {
        FilteredTree tree = new FilteredTree(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL, new LinesFilter(), true,
                true);
        TreeViewer viewer = tree.getViewer();
        viewer.setComparer(StudyTreeContent.BY_KEY);
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(content);
        viewer.setLabelProvider(new StudyTreeCells(new StudyTreeLabels()));
        viewer.setInput(content);
        viewer.addTreeListener(new ITreeViewerListener() {
            @Override
            public void treeExpanded(TreeExpansionEvent event) {
                // the lines are asked for by the viewer itself
            }

            @Override
            public void treeCollapsed(TreeExpansionEvent event) {
                later(StudyExplorer.this::followExpanded);
            }
        });
        viewer.addDoubleClickListener(event -> openOrExpand(viewer, (IStructuredSelection) event.getSelection()));
        return tree;
    }

    private static void openOrExpand(TreeViewer viewer, IStructuredSelection selection) {
        Object element = selection.getFirstElement();
        if (element instanceof StudyNode.Experiment || element instanceof StudyNode.Run) {
            Commands.run(Commands.OPEN);
        } else if (element instanceof StudyNode.Case || element instanceof StudyNode.Image) {
            Commands.run(Commands.OPEN_IMAGES);
        } else if (element != null) {
            viewer.setExpandedState(element, !viewer.getExpandedState(element));
        }
    }

    private void createContextMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new GroupMarker("open"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        tree.getViewer().getControl().setMenu(menu.createContextMenu(tree.getViewer().getControl()));
        getSite().registerContextMenu(menu, tree.getViewer());
    }

    private void later(Runnable task) {
        Display display = getSite().getShell().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!pages.isDisposed()) {
                    task.run();
                }
            });
        }
    }

    /** Shows the studies; what was expanded and selected stays so. Only on the UI thread. */
    private void show(List<StudyNode> studies) {
        TreeViewer viewer = tree.getViewer();
        List<StudyNode> before = shown;
        shown = List.copyOf(studies);
        List<?> selected = viewer.getStructuredSelection().toList();
        content.setRoots(shown);
        viewer.refresh();
        newlyRead(before).forEach(node -> viewer.setExpandedState(node, true));
        select(selected);
        StackLayout stack = (StackLayout) pages.getLayout();
        stack.topControl = shown.isEmpty() ? emptyPage : tree;
        pages.layout();
    }

    private void linesChanged(StudyNode.Case shown) {
        later(() -> {
            List<?> selected = tree.getViewer().getStructuredSelection().toList();
            tree.getViewer().refresh(shown);
            select(selected);
        });
    }

    /** Only the lines of cases that are expanded are followed on disk. */
    private void followExpanded() {
        Set<String> keys = new HashSet<>();
        for (Object element : tree.getViewer().getVisibleExpandedElements()) {
            if (element instanceof StudyNode.Case shown) {
                keys.add(shown.key());
            }
        }
        lines.follow(keys);
    }

    /** The upper lines of each study that was read for the first time. */
    private List<StudyNode> newlyRead(List<StudyNode> before) {
        List<StudyNode> nodes = new ArrayList<>();
        for (StudyNode node : shown) {
            boolean wasRead = before.stream().anyMatch(each -> each instanceof Study && each.key().equals(node.key()));
            if (node instanceof Study && !wasRead) {
                nodes.add(node);
                node.children().stream().filter(StudyExplorer::opensItself).forEach(nodes::add);
            }
        }
        return nodes;
    }

    private static boolean opensItself(StudyNode node) {
        return node instanceof Group group
                && (group.kind() == GroupKind.RUNS || group.kind() == GroupKind.EXPERIMENTS);
    }

    /** Selects the same lines as they are now when their content changed, so that the properties follow. */
    private void select(List<?> before) {
        Map<String, StudyNode> byKey = new HashMap<>();
        shown.forEach(node -> collect(node, byKey));
        List<StudyNode> now = new ArrayList<>();
        for (Object element : before) {
            StudyNode node = element instanceof StudyNode.Image line ? lines.find(line.key()).orElse(null)
                    : element instanceof StudyNode old ? byKey.get(old.key()) : null;
            if (node != null) {
                now.add(node);
            }
        }
        if (!now.equals(before)) {
            tree.getViewer().setSelection(new StructuredSelection(now), false);
        }
    }

    private static void collect(StudyNode node, Map<String, StudyNode> byKey) {
        byKey.put(node.key(), node);
        node.children().forEach(child -> collect(child, byKey));
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IPropertySheetPage.class) {
            return adapter.cast(new NodePropertySheetPage());
        }
        return super.getAdapter(adapter);
    }

    @Override
    public void setFocus() {
        if (shown.isEmpty()) {
            emptyPage.setFocus();
        } else {
            tree.getViewer().getControl().setFocus();
        }
    }

    @Override
    public void dispose() {
        openStudies.removeListener(follower);
        lines.follow(Set.of());
        lines.cancel();
        super.dispose();
    }

    /** Finds lines down to the cases; what stands below them is read only when somebody looks. */
    private static final class LinesFilter extends PatternFilter {

        @Override
        public boolean isElementVisible(Viewer viewer, Object element) {
            return element instanceof StudyNode.Image
                    || (element instanceof StudyNode.Case ? isLeafMatch(viewer, element)
                            : super.isElementVisible(viewer, element));
        }
    }

    /** Styled cells that the filter can read as text. */
    private static final class StudyTreeCells extends DelegatingStyledCellLabelProvider
            implements ILabelProvider {

        private final StudyTreeLabels labels;

        StudyTreeCells(StudyTreeLabels labels) {
            super(labels);
            this.labels = labels;
        }

        @Override
        public String getText(Object element) {
            return labels.getText(element);
        }
    }
}
