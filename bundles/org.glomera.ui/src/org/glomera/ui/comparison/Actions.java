package org.glomera.ui.comparison;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.glomera.ui.Images;

/** Makes actions from what they do. */
final class Actions {

    private Actions() {
    }

    /**
     * An action.
     *
     * @param text what stands in a menu or on a button
     * @param explanation what a pointer at it is told
     * @param icon name of an icon of this bundle; empty for none
     * @param task what it does
     */
    static Action of(String text, String explanation, String icon, Runnable task) {
        ImageDescriptor image = icon.isEmpty() ? null : Images.descriptor(icon);
        Action action = new Action(text, image) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setToolTipText(explanation);
        return action;
    }
}
