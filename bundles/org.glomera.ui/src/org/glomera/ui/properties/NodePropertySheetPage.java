package org.glomera.ui.properties;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.ImageFactsReader;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;

/**
 * The page of the Properties view for lines of the explorer. The images of a case are looked into in a job; the page
 * shows what is known at once and the rest when the job has it.
 */
public final class NodePropertySheetPage extends PropertySheetPage {

    private static final ImageFactsReader IMAGES = ImageFactsReader.ofWorkbench();

    private final Map<String, Map<CaseFile, ImageFacts>> known = new HashMap<>();
    private Job look;

    /** Makes a page that asks lines of the explorer for their properties and keeps the order they give. */
    public NodePropertySheetPage() {
        setPropertySourceProvider(this::source);
        setSorter(new InGivenOrder());
    }

    private NodePropertySource source(Object element) {
        StudyNode node = Adapters.adapt(element, StudyNode.class);
        return node == null ? null
                : new NodePropertySource(NodeProperties.of(node, known.getOrDefault(node.key(), Map.of())));
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (look != null) {
            look.cancel();
        }
        known.clear();
        super.selectionChanged(part, selection);
        if (selection instanceof IStructuredSelection lines && lines.size() == 1
                && Adapters.adapt(lines.getFirstElement(), StudyNode.class) instanceof Case shown) {
            lookInto(shown);
        }
    }

    private void lookInto(Case shown) {
        look = Job.createSystem("Looking into the images of a case", (ICoreRunnable) monitor -> {
            Map<CaseFile, ImageFacts> facts = IMAGES.read(shown, monitor);
            Control control = getControl();
            if (control != null && !control.isDisposed()) {
                control.getDisplay().asyncExec(() -> showFacts(shown, facts));
            }
        });
        look.setPriority(Job.SHORT);
        look.schedule();
    }

    private void showFacts(StudyNode shown, Map<CaseFile, ImageFacts> facts) {
        Control control = getControl();
        if (control != null && !control.isDisposed()) {
            known.clear();
            known.put(shown.key(), facts);
            refresh();
        }
    }

    @Override
    public void dispose() {
        if (look != null) {
            look.cancel();
        }
        super.dispose();
    }

    /** Leaves properties and groups in the order they are given. */
    private static final class InGivenOrder extends PropertySheetSorter {

        @Override
        public int compare(IPropertySheetEntry one, IPropertySheetEntry other) {
            return 0;
        }

        @Override
        public int compareCategories(String one, String other) {
            return 0;
        }
    }
}
