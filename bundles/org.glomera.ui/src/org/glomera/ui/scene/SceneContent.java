package org.glomera.ui.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.slice.Extent;

/**
 * What there is to draw of a case: its images, the surfaces of its delineations and the distances between them that
 * were measured so far.
 *
 * @param images images and delineations as they were read
 * @param isSmooth whether the surfaces were smoothed
 * @param surfaces the surfaces, right before left, in the order of the delineations
 * @param distancesMm signed distances of a surface's vertices to another surface, by both
 */
record SceneContent(ViewedCase images, boolean isSmooth, List<SceneSurface> surfaces, Map<Pair, float[]> distancesMm) {

    /** No case. */
    static final SceneContent NONE = new SceneContent(ViewedCase.none(), true, List.of(), Map.of());

    /** Grids whose voxels lie closer together than this are one grid; files keep positions in single precision. */
    private static final double SAME_GRID_MM = 0.01;

    /**
     * Two surfaces.
     *
     * @param of identifier of the one whose vertices are measured
     * @param to identifier of the reference
     */
    record Pair(String of, String to) {
    }

    SceneContent {
        Objects.requireNonNull(images);
        surfaces = List.copyOf(surfaces);
        distancesMm = Map.copyOf(distancesMm);
    }

    /** The same with further distances. */
    SceneContent withDistances(Map<Pair, float[]> newDistancesMm) {
        return new SceneContent(images, isSmooth, surfaces, newDistancesMm);
    }

    List<Delineation> delineations() {
        return images.delineations();
    }

    /** The delineation with an identifier. */
    Optional<Delineation> delineation(String id) {
        return delineations().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The surface with an identifier, when it is there and has triangles. */
    Optional<SceneSurface> surface(String id) {
        return surfaces.stream().filter(each -> each.id().equals(id) && each.surface().isPresent()).findFirst();
    }

    /** The surfaces of a delineation that have triangles. */
    List<SceneSurface> surfacesOf(Delineation delineation) {
        return surfaces.stream().filter(each -> each.delineation().id().equals(delineation.id())
                && each.surface().isPresent()).toList();
    }

    /** The box around all surfaces, in patient millimetres; without one the box around the images. */
    Optional<Extent> extent() {
        return surfaces.stream().flatMap(each -> each.surface().stream()).map(each -> each.mesh().extent())
                .reduce(Extent::and).or(images::extent);
    }

    /**
     * What a delineation is measured against.
     *
     * @param chosen identifier of the delineation that was chosen as reference; empty: people's delineation of the
     *        image that the measured one lies on, else of the other image
     * @return empty when there is none, and for the reference itself
     */
    Optional<Delineation> referenceOf(Delineation measured, String chosen) {
        if (!chosen.isEmpty()) {
            return delineation(chosen).filter(each -> each.isDrawn() && !each.id().equals(measured.id()));
        }
        if (SceneSurface.isManual(measured)) {
            return Optional.empty();
        }
        List<Delineation> manual = delineations().stream()
                .filter(each -> SceneSurface.isManual(each) && each.isDrawn()).toList();
        return manual.stream().filter(each -> lieOnOneGrid(each, measured)).findFirst()
                .or(() -> manual.stream().findFirst());
    }

    private static boolean lieOnOneGrid(Delineation one, Delineation other) {
        Optional<LabelMap> first = one.labels();
        Optional<LabelMap> second = other.labels();
        return first.isPresent() && second.isPresent()
                && first.get().grid().isSameAs(second.get().grid(), SAME_GRID_MM);
    }

    /** The distances of a surface to its reference, when they were measured. */
    Optional<float[]> distancesMm(SceneSurface surface, String chosenReference) {
        return referenceOf(surface.delineation(), chosenReference).map(reference -> distancesMm.get(
                new Pair(surface.id(), SceneSurface.id(reference.id(), surface.side()))));
    }

    /** The pairs whose distances a reference asks for, right with right and left with left. */
    List<Pair> pairs(String chosenReference) {
        return surfaces.stream().filter(each -> each.surface().isPresent())
                .flatMap(each -> referenceOf(each.delineation(), chosenReference)
                        .map(reference -> new Pair(each.id(), SceneSurface.id(reference.id(), each.side()))).stream())
                .filter(pair -> surface(pair.to()).isPresent()).toList();
    }

    /** Whether a kidney of a delineation holds no voxel although the delineation is there. */
    boolean isEmpty(Delineation delineation, Side side) {
        return delineation.isDrawn() && surfacesOf(delineation).stream().noneMatch(each -> each.side() == side);
    }
}
