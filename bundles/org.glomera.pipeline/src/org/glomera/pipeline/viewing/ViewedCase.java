package org.glomera.pipeline.viewing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.Extent;
import org.glomera.study.CaseFile;

/**
 * The images of a case as they were read; what could not be read is a sentence.
 *
 * @param caseId identifier of the case
 * @param volumes the CT, the SPECT or both, in this order; empty when neither could be read
 * @param delineations what can be drawn over them, in the order of the chooser
 * @param problems what is missing or could not be read, a sentence each
 */
public record ViewedCase(String caseId, List<Volume> volumes, List<Delineation> delineations, List<String> problems) {

    /** Copies the lists. */
    public ViewedCase {
        Objects.requireNonNull(caseId);
        volumes = List.copyOf(volumes);
        delineations = List.copyOf(delineations);
        problems = List.copyOf(problems);
    }

    /** No case, nothing to look at. */
    public static ViewedCase none() {
        return new ViewedCase("", List.of(), List.of(), List.of());
    }

    /** The CT, when there is one. */
    public Optional<Volume> ct() {
        return volumes.stream().filter(volume -> volume.quantity() == Quantity.HOUNSFIELD).findFirst();
    }

    /** The SPECT, when there is one. */
    public Optional<Volume> spect() {
        return volumes.stream().filter(volume -> volume.quantity() == Quantity.ACTIVITY_CONCENTRATION).findFirst();
    }

    /**
     * This case with its SPECT, and what was drawn on it, on another grid of the same size. Voxels stay; nothing is copied
     * or resampled.
     */
    public ViewedCase withSpectOn(Grid grid) {
        List<Volume> moved = volumes.stream().map(each -> each.quantity() == Quantity.ACTIVITY_CONCENTRATION
                ? new Volume(grid, each.quantity(), each.values()) : each).toList();
        List<Delineation> drawn = delineations.stream()
                .map(each -> each.id().equals(CaseFile.KIDNEYS_SPECT.word()) ? each.on(grid) : each).toList();
        return new ViewedCase(caseId, moved, drawn, problems);
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return grids().isEmpty();
    }

    /** The grid whose slices are scrolled through: the CT's, else the SPECT's, else the first delineation's. */
    public Optional<Grid> grid() {
        return grids().stream().findFirst();
    }

    private List<Grid> grids() {
        return volumes.isEmpty() ? drawn().stream().map(LabelMap::grid).toList()
                : volumes.stream().map(Volume::grid).toList();
    }

    private List<LabelMap> drawn() {
        return delineations.stream().flatMap(each -> each.labels().stream()).toList();
    }

    /** The box around everything that can be looked at, in patient millimetres. */
    public Optional<Extent> extent() {
        return grids().stream().map(Extent::of).reduce(Extent::and);
    }

    /**
     * Where to look first: the middle of the first delineation's right kidney, or of its left one where it has no
     * right one; without a delineation the middle of the images.
     */
    public Optional<Vector3> firstPointMm() {
        return delineations.stream().flatMap(each -> each.content() instanceof Delineation.Drawn drawn
                ? drawn.middleMm().stream() : Stream.empty()).findFirst().or(() -> grid().map(Grid::centreMm));
    }
}
