package org.glomera.render.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.junit.jupiter.api.Test;

/** The layer that docs/extension-points.md shows. */
class ExampleLayerTest {

    /** As it stands there. */
    public static final class CentresLayer implements SceneLayer {
        @Override
        public List<SceneItem> items(CaseScene scene, LayerSettings settings, IProgressMonitor monitor)
                throws GlomeraException {
            List<SceneItem> balls = new ArrayList<>();
            for (ShownDelineation each : scene.delineations()) {
                for (Side side : each.kidneys().sides()) {
                    scene.surfaces().of(each.labels(), side, settings.surfaces().options(), monitor)
                            .map(surface -> surface.mesh().extent().centreMm())
                            .ifPresent(centre -> balls.add(new PointItem("centres/" + each.id() + "/" + side.word(),
                                    centre, each.rgb(), 4)));
                }
            }
            return balls;
        }
    }

    @Test
    void itPutsABallAtTheCentreOfEachKidney() {
        CaseScene scene = LayerSamples.scene(new Surfaces(new LayerSamples.Counting()), Optional.empty(),
                LayerSamples.shown("kidneys_ct", false, Kidneys.BOTH));
        SceneLayers layers = new SceneLayers(List.of(new SceneLayers.Entry("centres", "Centres", "", "org.example",
                CentresLayer::new)));
        DrawnLayers drawn = layers.items(scene, LayerSettings.of(scene), List.of("centres"), new NullProgressMonitor());
        // the sample's triangle reaches from (0, 0, 0) to (1, 1, 0)
        assertEquals(List.of(new PointItem("centres/kidneys_ct/right", new Vector3(0.5, 0.5, 0), 0x336699, 4)),
                drawn.items());
        assertEquals(List.of(), drawn.problems());
    }
}
