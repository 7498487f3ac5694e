package org.glomera.ui.training;

import org.eclipse.core.expressions.PropertyTester;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;

/** Says of a group of the explorer whether it is that of the runs. */
public final class GroupTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof Group group && group.kind() == GroupKind.RUNS;
    }
}
