package org.glomera.ui.scene;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.layers.Surfaces;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/** Makes the surfaces of a case and measures between them. On a job's thread. */
final class SurfaceWork {

    private static final System.Logger LOG = System.getLogger(SurfaceWork.class.getName());

    private final Surfaces store;

    SurfaceWork(SurfaceMaker maker) {
        this.store = new Surfaces(maker);
    }

    /** What makes surfaces and keeps them. */
    Surfaces store() {
        return store;
    }

    /**
     * The surfaces of a case with their distances. A surface that cannot be made is said among the case's problems; the
     * others are made all the same.
     *
     * @param isSmooth whether surfaces are smoothed
     * @param reference identifier of the delineation that distances are measured from; empty: people's one of each
     *        network's image
     */
    SceneContent make(ViewedCase images, boolean isSmooth, String reference, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        SurfaceOptions options = isSmooth ? SurfaceOptions.defaults() : SurfaceOptions.none();
        Set<String> problems = new LinkedHashSet<>(images.problems());
        List<SceneSurface> surfaces = all(images.delineations(), options, problems, progress.split(1));
        ViewedCase told = new ViewedCase(images.caseId(), images.volumes(), images.delineations(),
                List.copyOf(problems));
        return measure(new SceneContent(told, isSmooth, surfaces, Map.of()), reference, progress.split(1));
    }

    private List<SceneSurface> all(List<Delineation> delineations, SurfaceOptions options, Set<String> problems,
            IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        List<Delineation> owners = new ArrayList<>();
        List<Surfaces.Wanted> wanted = new ArrayList<>();
        for (Delineation each : delineations) {
            each.labels().ifPresent(labels -> {
                for (Side side : Side.values()) {
                    owners.add(each);
                    wanted.add(new Surfaces.Wanted(labels, side));
                }
            });
        }
        List<Optional<KidneySurface>> made;
        try {
            made = store.all(wanted, options, progress.split(1));
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "Not all surfaces can be made; they are made one by one.", e);
            made = oneByOne(owners, wanted, options, problems, progress.split(1));
        }
        List<SceneSurface> surfaces = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            surfaces.add(new SceneSurface(owners.get(i), wanted.get(i).side(), made.get(i)));
        }
        return surfaces;
    }

    private List<Optional<KidneySurface>> oneByOne(List<Delineation> owners, List<Surfaces.Wanted> wanted,
            SurfaceOptions options, Set<String> problems, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, wanted.size());
        List<Optional<KidneySurface>> made = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Surfaces.Wanted each = wanted.get(i);
            try {
                made.add(store.of(each.labels(), each.side(), options, progress.split(1)));
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, "The surface of a kidney could not be made.", e);
                problems.add(owners.get(i).title() + ", " + each.side().word() + " kidney: " + e.getMessage());
                made.add(Optional.empty());
            }
        }
        return made;
    }

    /** Adds the distances that a reference asks for and that were not measured before. */
    SceneContent measure(SceneContent content, String reference, IProgressMonitor monitor) {
        List<SceneContent.Pair> pairs = content.pairs(reference);
        SubMonitor progress = SubMonitor.convert(monitor, pairs.size());
        Map<SceneContent.Pair, float[]> distances = new HashMap<>(content.distancesMm());
        for (SceneContent.Pair pair : pairs) {
            SubMonitor one = progress.split(1);
            if (!distances.containsKey(pair)) {
                Mesh of = content.surface(pair.of()).orElseThrow().surface().orElseThrow().mesh();
                Mesh to = content.surface(pair.to()).orElseThrow().surface().orElseThrow().mesh();
                one.subTask("Distances");
                try {
                    distances.put(pair, store.distancesMm(of, to, one));
                } catch (GlomeraException e) {
                    LOG.log(Level.WARNING, "The distance of a surface could not be measured; it is not coloured.", e);
                }
            }
        }
        return content.withDistances(distances);
    }
}
