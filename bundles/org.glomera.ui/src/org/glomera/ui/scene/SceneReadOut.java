package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.render.layers.CloudLayer;
import org.glomera.render.layers.SlicePlaneLayer;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.Pick;
import org.glomera.render.slice.Probe;

/** Says what was pointed at, in one line. */
final class SceneReadOut {

    private static final String GAP = "      ";

    private SceneReadOut() {
    }

    /**
     * What was pointed at: its name, its position in millimetres (DICOM LPS), its distance from the reference, and the
     * values of the voxels there; or how to point, when nothing was.
     */
    static String of(SceneModel model) {
        if (model.measured().size() == 2) {
            Vector3 from = model.measured().get(0);
            Vector3 to = model.measured().get(1);
            return "From " + position(from) + " to " + position(to) + GAP
                    + String.format(Locale.ROOT, "%.1f mm", to.minus(from).length());
        }
        Optional<Pick> pick = model.pick();
        if (pick.isEmpty()) {
            return model.content().images().isEmpty() ? ""
                    : "Click a surface for its position, distance and activity.";
        }
        return of(model.content(), model.settings(), pick.get());
    }

    private static String of(SceneContent content, SceneSettings settings, Pick pick) {
        List<String> parts = new ArrayList<>();
        parts.add(title(content, pick.itemId()));
        parts.add(position(pick.pointMm()));
        double distanceMm = distanceMm(content, settings, pick);
        if (!Double.isNaN(distanceMm)) {
            String reference = content.surface(pick.itemId())
                    .flatMap(each -> content.referenceOf(each.delineation(), settings.distances().reference()))
                    .map(each -> " to " + each.title()).orElse("");
            parts.add(signedMm(distanceMm) + reference);
        }
        content.images().spect().ifPresent(spect -> parts.add("SPECT " + value(spect, pick.pointMm(), "%,.0f")));
        content.images().ct().ifPresent(ct -> parts.add("CT " + value(ct, pick.pointMm(), "%.0f")));
        return String.join(GAP, parts);
    }

    private static String title(SceneContent content, String item) {
        return switch (item) {
            case CloudLayer.ITEM -> "SPECT";
            case SlicePlaneLayer.ITEM -> "Slice";
            default -> content.surface(item).map(SceneSurface::title).orElse(item);
        };
    }

    private static String position(Vector3 mm) {
        return String.format(Locale.ROOT, "x %.1f   y %.1f   z %.1f mm", mm.x(), mm.y(), mm.z());
    }

    private static String value(Volume volume, Vector3 pointMm, String format) {
        OptionalDouble value = Probe.value(volume, pointMm);
        return value.isEmpty() ? "outside"
                : String.format(Locale.ROOT, format, value.getAsDouble()) + "\u00a0" + volume.quantity().unit();
    }

    /** A distance with its sign: plus is outside the reference. */
    static String signedMm(double mm) {
        return String.format(Locale.ROOT, "%+.1f mm", mm);
    }

    /**
     * How far a picked point of a surface lies from the reference: as the colours say, else as the nearest vertex does.
     *
     * @return millimetres, positive outside; NaN when the point is on no surface or nothing was measured
     */
    static double distanceMm(SceneContent content, SceneSettings settings, Pick pick) {
        if (!Double.isNaN(pick.value())) {
            return pick.value();
        }
        return content.surface(pick.itemId()).flatMap(surface -> content
                .distancesMm(surface, settings.distances().reference())
                .map(values -> (double) values[nearest(surface.surface().orElseThrow().mesh(), pick.pointMm())]))
                .orElse(Double.NaN);
    }

    private static int nearest(Mesh mesh, Vector3 mm) {
        int best = 0;
        double least = Double.MAX_VALUE;
        float[] points = mesh.pointsMm();
        for (int i = 0; i < mesh.pointCount(); i++) {
            double dx = points[3 * i] - mm.x();
            double dy = points[3 * i + 1] - mm.y();
            double dz = points[3 * i + 2] - mm.z();
            double squared = dx * dx + dy * dy + dz * dz;
            if (squared < least) {
                least = squared;
                best = i;
            }
        }
        return best;
    }
}
