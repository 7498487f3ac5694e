package org.glomera.render.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.Plane;
import org.junit.jupiter.api.Test;

/** What layers give, and what becomes of those that fail. */
class SceneLayersTest {

    private final LayerSamples.Counting maker = new LayerSamples.Counting();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final ShownDelineation manual = LayerSamples.shown("kidneys_ct", true, Kidneys.BOTH);
    private final ShownDelineation network = LayerSamples.shown("run/hybrid", true, Kidneys.BOTH);

    private static SceneLayers.Entry entry(String id, SceneLayer layer) {
        return new SceneLayers.Entry(id, id, "", "org.example", () -> layer);
    }

    private CaseScene scene(ShownDelineation... shown) {
        return LayerSamples.scene(new Surfaces(maker), Optional.of(manual), shown);
    }

    private List<SurfaceItem> surfaces(CaseScene scene, SurfaceLook look) throws Exception {
        return new KidneySurfaceLayer().items(scene, LayerSettings.of(scene).with(look), monitor).stream()
                .map(SurfaceItem.class::cast).toList();
    }

    @Test
    void aLayerThatFails_isSaidWithPlugInAndId_andTheOthersAreDrawn() {
        CaseScene scene = scene(manual);
        SceneLayer ball = (s, t, m) -> List.of(new PointItem("ball/one", new Vector3(1, 2, 3), 0, 1));
        SceneLayers layers = new SceneLayers(List.of(
                entry("bad", (s, t, m) -> {
                    throw new IllegalStateException("out of luck");
                }),
                entry("known", (s, t, m) -> {
                    throw new GlomeraException(Kind.RESOURCES, "The memory does not suffice.");
                }),
                entry("alien", (s, t, m) -> List.of(new PointItem("ball/two", new Vector3(0, 0, 0), 0, 1))),
                new SceneLayers.Entry("gone", "gone", "", "org.example", () -> {
                    throw new GlomeraException(Kind.MISSING_COMPONENT, "The contribution 'gone' cannot be made.");
                }),
                entry("ball", ball), entry("hidden", ball)));
        DrawnLayers drawn = layers.items(scene, LayerSettings.of(scene), List.of("bad", "known", "alien", "gone", "ball"),
                monitor);
        assertEquals(List.of("ball/one"), drawn.items().stream().map(SceneItem::id).toList());
        assertEquals(4, drawn.problems().size());
        assertTrue(drawn.problems().get(0).contains("'bad' of the plug-in org.example")
                && drawn.problems().get(0).contains("out of luck"), drawn.problems().get(0));
        assertEquals("The memory does not suffice.", drawn.problems().get(1));
        assertTrue(drawn.problems().get(2).contains("'alien'") && drawn.problems().get(2).contains("ball/two"),
                drawn.problems().get(2));
        assertEquals("The contribution 'gone' cannot be made.", drawn.problems().get(3));
    }

    @Test
    void cancelling_isNoFailure() {
        CaseScene scene = scene(manual);
        SceneLayers layers = new SceneLayers(List.of(entry("slow", (s, t, m) -> {
            throw new OperationCanceledException();
        })));
        assertThrows(OperationCanceledException.class,
                () -> layers.items(scene, LayerSettings.of(scene), List.of("slow"), monitor));
    }

    @Test
    void eachKidneyThatIsShown_isASurfaceInItsColour() throws Exception {
        CaseScene scene = scene(manual, LayerSamples.shown("run/low", false, Kidneys.BOTH),
                network.withKidneys(Kidneys.LEFT));
        List<SurfaceItem> items = surfaces(scene, SurfaceLook.plain().withOpacity(0.5));
        assertEquals(List.of("surfaces/kidneys_ct/right", "surfaces/kidneys_ct/left", "surfaces/run/low/right",
                "surfaces/run/hybrid/left"), items.stream().map(SurfaceItem::id).toList());
        assertEquals(items.get(3).id(), KidneySurfaceLayer.itemId("run/hybrid", Side.LEFT));
        assertEquals(0x336699, items.get(0).rgb());
        assertEquals(0.5, items.get(0).opacity());
        assertTrue(items.stream().allMatch(item -> item.colouring().isEmpty()));
    }

    @Test
    void distances_areColours_butForTheReferenceAndWhereItLacksTheKidney() throws Exception {
        SurfaceLook look = SurfaceLook.plain().withDistances(true).withRangeMm(8);
        List<SurfaceItem> items = surfaces(scene(manual, network), look);
        assertEquals(List.of(false, false, true, true), items.stream().map(item -> item.colouring().isPresent())
                .toList());
        Colouring colouring = items.get(2).colouring().orElseThrow();
        assertEquals(-8, colouring.low());
        assertEquals(8, colouring.high());
        assertEquals("mm", colouring.unit());
        ShownDelineation rightOnly = LayerSamples.shown("kidneys_spect", false, Kidneys.BOTH);
        CaseScene lacking = LayerSamples.scene(new Surfaces(maker), Optional.of(rightOnly), network);
        assertEquals(List.of(true, false), surfaces(lacking, look).stream()
                .map(item -> item.colouring().isPresent()).toList());
    }

    @Test
    void aToggle_makesNoSurfaceAnew() throws Exception {
        CaseScene scene = scene(manual, network);
        SurfaceItem before = surfaces(scene, SurfaceLook.plain().withDistances(true)).get(2);
        int asked = maker.asked.size();
        surfaces(scene, SurfaceLook.plain());
        SurfaceItem after = surfaces(scene.withDelineations(List.of(network)),
                SurfaceLook.plain().withDistances(true)).get(0);
        assertEquals(asked, maker.asked.size());
        assertSame(before.mesh(), after.mesh());
        assertEquals(before.colouring(), after.colouring());
    }

    @Test
    void theSlice_liesInSpaceWhereItsPixelsAre() throws Exception {
        CaseScene scene = scene(manual);
        LayerSettings settings = LayerSettings.of(scene);
        PlaneLook look = settings.plane().withPlane(Plane.CORONAL).through(new Vector3(5, 16.4, 25));
        PlaneItem item = (PlaneItem) new SlicePlaneLayer().items(scene, settings.with(look), monitor).get(0);
        // the grid reaches from (0, 10, 20) to (20, 30, 40); rows have their centres at y = 11, 13, 15, 17 ...; the top
        // left corner of a coronal picture is the patient's right and head
        assertEquals(0, item.originMm().minus(new Vector3(0, 17, 40)).length(), 1e-9);
        assertEquals(0, item.rightMm().minus(new Vector3(20, 0, 0)).length(), 1e-9);
        assertEquals(0, item.downMm().minus(new Vector3(0, 0, -20)).length(), 1e-9);
        assertEquals(512, item.widthPx());
        PlaneItem beyond = (PlaneItem) new SlicePlaneLayer().items(scene,
                settings.with(look.through(new Vector3(5, 500, 25))), monitor).get(0);
        assertEquals(29, beyond.originMm().y(), 1e-9);
    }

    @Test
    void theCloud_beginsAndEndsAtSharesOfTheLargestValue() {
        CaseScene scene = scene(manual);
        CloudItem item = (CloudItem) new CloudLayer().items(scene, LayerSettings.of(scene), monitor).get(0);
        // all voxels have 1000 Bq/ml
        assertEquals(150, item.low(), 1e-9);
        assertEquals(800, item.high(), 1e-9);
        assertSame(scene.spect().orElseThrow(), item.volume());
    }

    @Test
    void aCaseWithoutImages_drawsItsSurfacesAlone() throws Exception {
        CaseScene bare = new CaseScene("p1", List.of(manual), Optional.empty(), Optional.empty(), Optional.empty(),
                new Surfaces(maker));
        LayerSettings settings = LayerSettings.of(bare);
        assertEquals(List.of(), new CloudLayer().items(bare, settings, monitor));
        assertEquals(List.of(), new SlicePlaneLayer().items(bare, settings, monitor));
        assertEquals(2, new KidneySurfaceLayer().items(bare, settings.with(SurfaceLook.plain().withDistances(true)),
                monitor).size());
    }
}
