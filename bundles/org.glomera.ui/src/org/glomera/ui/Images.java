package org.glomera.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.glomera.study.RunState;

/**
 * The icons of this bundle, as descriptors; a part makes images of them with its own resource manager, which it
 * disposes of.
 */
public final class Images {

    private static final String BUNDLE = "org.glomera.ui";

    private Images() {
    }

    /**
     * An icon of the folder {@code icons/}.
     *
     * @param name the file's name without {@code .png}
     * @throws IllegalArgumentException when there is none of this name
     */
    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".png")
                .orElseThrow(() -> new IllegalArgumentException("There is no icon '" + name + "'."));
    }

    /** The icon of a run in a state. */
    public static ImageDescriptor run(RunState state) {
        return new DecorationOverlayIcon(descriptor("run"), descriptor("badge_" + state.word()),
                IDecoration.BOTTOM_RIGHT);
    }
}
