package org.glomera.render.layers;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.render.scene.SceneItem;

/**
 * What is drawn in space for a case; contributed to the extension point {@code org.glomera.render.layers}. One instance
 * serves all views and is used by several threads at once, so it keeps nothing of a call.
 */
public interface SceneLayer {

    /**
     * What this layer draws. It is asked anew whenever a setting changes: what takes long belongs into
     * {@link CaseScene#surfaces()}, which keeps it, or is kept by the layer itself.
     *
     * @param scene the case; parts that it lacks draw nothing
     * @param settings what the user chose
     * @param monitor asked often whether to give up
     * @return items in patient millimetres (DICOM LPS) whose ids begin with the layer's id and a slash
     * @throws GlomeraException when the layer cannot be drawn; the other layers are, and the sentence is shown
     * @throws OperationCanceledException when cancelled
     */
    List<SceneItem> items(CaseScene scene, LayerSettings settings, IProgressMonitor monitor) throws GlomeraException;
}
