package org.glomera.ui.explorer;

import java.util.List;

import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.glomera.ui.model.StudyNode;

/** Hands the lines of the tree to the viewer. A line is the same as before when its key is, whatever was read anew. */
final class StudyTreeContent implements ITreeContentProvider {

    /** Compares lines by their key. */
    static final IElementComparer BY_KEY = new IElementComparer() {
        @Override
        public int hashCode(Object element) {
            return element instanceof StudyNode node ? node.key().hashCode() : element.hashCode();
        }

        @Override
        public boolean equals(Object a, Object b) {
            return a instanceof StudyNode one && b instanceof StudyNode other ? one.key().equals(other.key())
                    : a.equals(b);
        }
    };

    private final CaseLines lines;
    private List<StudyNode> roots = List.of();

    /** Takes the lines below cases from {@code lines}. */
    StudyTreeContent(CaseLines lines) {
        this.lines = lines;
    }

    /** Sets what is shown from the viewer's next refresh on. */
    void setRoots(List<StudyNode> studies) {
        roots = List.copyOf(studies);
    }

    @Override
    public Object[] getElements(Object input) {
        return roots.toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        if (parent instanceof StudyNode.Case shown) {
            return lines.of(shown).toArray();
        }
        return parent instanceof StudyNode node ? node.children().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        if (element instanceof StudyNode.Image image) {
            return image.shown();
        }
        for (StudyNode root : roots) {
            StudyNode parent = parentBelow(root, element);
            if (parent != null) {
                return parent;
            }
        }
        return null;
    }

    private static StudyNode parentBelow(StudyNode node, Object element) {
        for (StudyNode child : node.children()) {
            StudyNode parent = BY_KEY.equals(child, element) ? node : parentBelow(child, element);
            if (parent != null) {
                return parent;
            }
        }
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof StudyNode.Case shown ? !shown.info().available().isEmpty()
                : element instanceof StudyNode node && !node.children().isEmpty();
    }
}
