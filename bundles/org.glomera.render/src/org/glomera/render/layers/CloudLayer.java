package org.glomera.render.layers;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.SceneItem;

/** The activity concentration of the SPECT as a cloud; nothing for a case without SPECT. */
public final class CloudLayer implements SceneLayer {

    /** The id of this layer. */
    public static final String ID = "cloud";
    /** The id of its item. */
    public static final String ITEM = ID + "/spect";

    @Override
    public List<SceneItem> items(CaseScene scene, LayerSettings settings, IProgressMonitor monitor) {
        CloudLook look = settings.cloud();
        return scene.spect().<List<SceneItem>>map(volume -> List.of(
                new CloudItem(ITEM, "SPECT", volume, look.low(), look.high(), look.map(), look.opacity())))
                .orElse(List.of());
    }
}
