package org.glomera.render.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceOptions;

/**
 * The surfaces of the kidneys in all delineations that are shown, each in its colour, or coloured by the distance to
 * the same kidney of the reference delineation. The reference itself keeps its colour, and so does a kidney that the
 * reference lacks.
 */
public final class KidneySurfaceLayer implements SceneLayer {

    /** The id of this layer. */
    public static final String ID = "surfaces";
    /** What the distance colours are called; in files the numbers are named {@code distance_mm}. */
    public static final String DISTANCE = "Distance";

    /** The id of the item of one kidney in a delineation. */
    public static String itemId(String delineationId, Side side) {
        return ID + "/" + delineationId + "/" + side.word();
    }

    /** One kidney of a delineation that is drawn. */
    private record Part(ShownDelineation delineation, Side side, Mesh mesh) {
    }

    @Override
    public List<SceneItem> items(CaseScene scene, LayerSettings settings, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        SurfaceLook look = settings.surfaces();
        List<Part> parts = parts(scene, look.options(), progress.split(2));
        List<Optional<Colouring>> colours = look.distances() && scene.reference().isPresent()
                ? colours(scene, scene.reference().get(), parts, look, progress.split(1))
                : parts.stream().map(part -> Optional.<Colouring>empty()).toList();
        List<SceneItem> items = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            items.add(new SurfaceItem(itemId(part.delineation().id(), part.side()),
                    part.delineation().title() + ", " + part.side().word(), part.mesh(), part.delineation().rgb(),
                    look.opacity(), colours.get(i)));
        }
        return items;
    }

    private static List<Part> parts(CaseScene scene, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        List<ShownDelineation> owners = new ArrayList<>();
        List<Surfaces.Wanted> wanted = new ArrayList<>();
        for (ShownDelineation each : scene.delineations()) {
            for (Side side : each.kidneys().sides()) {
                owners.add(each);
                wanted.add(new Surfaces.Wanted(each.labels(), side));
            }
        }
        List<Optional<KidneySurface>> made = scene.surfaces().all(wanted, options, monitor);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            ShownDelineation owner = owners.get(i);
            made.get(i).ifPresent(surface -> parts.add(new Part(owner, surface.side(), surface.mesh())));
        }
        return parts;
    }

    private static List<Optional<Colouring>> colours(CaseScene scene, ShownDelineation reference, List<Part> parts,
            SurfaceLook look, IProgressMonitor monitor) throws GlomeraException {
        return SideBySide.all(parts, monitor, (part, own) -> {
            if (part.delineation().labels().equals(reference.labels())) {
                return Optional.empty();
            }
            Optional<Mesh> to = mesh(scene, reference.labels(), part.side(), look.options(), own);
            if (to.isEmpty()) {
                return Optional.empty();
            }
            float[] values = scene.surfaces().distancesMm(part.mesh(), to.get(), own);
            return Optional.of(new Colouring(values, -look.rangeMm(), look.rangeMm(), ColourMap.BLUE_RED, DISTANCE,
                    "mm"));
        });
    }

    private static Optional<Mesh> mesh(CaseScene scene, LabelMap labels, Side side, SurfaceOptions options,
            IProgressMonitor monitor) throws GlomeraException {
        return scene.surfaces().of(labels, side, options, monitor).map(KidneySurface::mesh);
    }
}
