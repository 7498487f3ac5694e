package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.pipeline.viewing.Delineation;
import org.glomera.render.scene.SceneView;

/**
 * What stands in one of the pictures side by side.
 *
 * @param surfaces the surfaces that are drawn, people's first
 */
record PanePlan(List<SceneSurface> surfaces) {

    /** Width over height of two kidneys with what lies between them, seen from the front. */
    private static final double KIDNEYS_ASPECT = 1.5;

    PanePlan {
        surfaces = List.copyOf(surfaces);
    }

    /** The delineations whose surfaces are drawn, each once. */
    List<Delineation> delineations() {
        return surfaces.stream().map(SceneSurface::delineation).distinct().toList();
    }

    /** Shares what is shown among panes; there is always at least one. */
    static List<PanePlan> of(SceneContent content, SceneSettings settings) {
        List<SceneSurface> shown = content.surfaces().stream()
                .filter(each -> each.surface().isPresent() && settings.isShown(each.id())).toList();
        List<SceneSurface> manual = shown.stream().filter(SceneSurface::isManual).toList();
        List<Delineation> networks = networks(shown);
        if (settings.arrangement() == Arrangement.TOGETHER || networks.isEmpty()) {
            return List.of(new PanePlan(shown));
        }
        List<PanePlan> plans = new ArrayList<>();
        if (settings.arrangement() == Arrangement.MANUAL_AND_NETWORKS && !manual.isEmpty()) {
            plans.add(new PanePlan(manual));
        }
        for (Delineation network : networks) {
            if (plans.size() < SceneView.LARGEST_PANES) {
                plans.add(new PanePlan(shown.stream()
                        .filter(each -> each.delineation().id().equals(network.id())).toList()));
            }
        }
        return plans;
    }

    private static List<Delineation> networks(List<SceneSurface> shown) {
        return shown.stream().filter(each -> !each.isManual()).map(SceneSurface::delineation).distinct().toList();
    }

    /** What does not fit beside the others, as a sentence; empty when everything is there. */
    static Optional<String> leftOut(SceneContent content, SceneSettings settings) {
        List<Delineation> networks = networks(content.surfaces().stream()
                .filter(each -> each.surface().isPresent() && settings.isShown(each.id())).toList());
        List<Delineation> seen = of(content, settings).stream().flatMap(plan -> plan.delineations().stream()).toList();
        List<String> missing = networks.stream().filter(each -> !seen.contains(each)).map(Delineation::title).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("There is room for " + SceneView.LARGEST_PANES
                + " pictures side by side. Not shown: " + String.join(", ", missing)
                + ". Untick another network, or choose \u201c" + Arrangement.TOGETHER.title() + "\u201d.");
    }

    /** How many of some panes stand side by side so that kidneys are as large as can be. */
    static int columns(int panes, int width, int height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= panes; columns++) {
            int rows = (panes + columns - 1) / columns;
            double size = Math.min(width / (columns * KIDNEYS_ASPECT), height / (double) rows);
            if (size > largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }
}
