package org.glomera.ui.scene;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.glomera.render.scene.StandardView;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Plane;
import org.glomera.ui.preferences.Settings;

/**
 * How a case is shown; stays the same from case to case. Immutable.
 *
 * @param arrangement how surfaces are shared among panes
 * @param hidden identifiers of the surfaces that are not drawn
 * @param opacities opacity of surfaces that a user set, 0 to 1, by their identifiers
 * @param isSmooth whether surfaces are smoothed
 * @param distances colours by distance
 * @param cloud the SPECT as a cloud
 * @param slice the slice plane
 * @param clip what is cut away
 * @param hiddenLayers identifiers of the plug-ins' layers that are not drawn
 * @param isDark whether the background is dark
 */
record SceneSettings(Arrangement arrangement, Set<String> hidden, Map<String, Double> opacities, boolean isSmooth,
        Distances distances, Cloud cloud, Slice slice, Cut clip, Set<String> hiddenLayers, boolean isDark) {

    /** The widest range of distances that colours are spread over. */
    static final int WIDEST_MM = 50;

    private static final double CLEAR = 0.35;
    private static final double HALF = 0.55;

    /**
     * Colours by distance.
     *
     * @param shown whether surfaces have the colours of their distance
     * @param reference identifier of the delineation that distances are measured from; empty: people's delineation of
     *        the image that each network works on
     * @param rangeMm colours are spread from minus this to plus this
     */
    record Distances(boolean shown, String reference, int rangeMm) {

        Distances {
            Objects.requireNonNull(reference);
            rangeMm = Math.max(1, Math.min(WIDEST_MM, rangeMm));
        }

        Distances withShown(boolean newShown) {
            return new Distances(newShown, reference, rangeMm);
        }

        Distances withReference(String newReference) {
            return new Distances(shown, newReference, rangeMm);
        }

        Distances withRangeMm(int newRangeMm) {
            return new Distances(shown, reference, newRangeMm);
        }
    }

    /**
     * The SPECT as a cloud.
     *
     * @param low share of the largest activity concentration below which nothing is drawn, 0 to 1
     * @param high share of the largest activity concentration that has the last colour
     * @param opacity of the densest places, 0 to 1
     */
    record Cloud(boolean shown, double low, double high, double opacity, ColourMap colours) {

        private static final double NARROWEST = 0.02;

        Cloud {
            Objects.requireNonNull(colours);
            low = Math.max(0, Math.min(1 - NARROWEST, low));
            high = Math.max(low + NARROWEST, Math.min(1, high));
            opacity = Math.max(0, Math.min(1, opacity));
        }

        Cloud withShown(boolean newShown) {
            return new Cloud(newShown, low, high, opacity, colours);
        }

        Cloud withLow(double newLow) {
            return new Cloud(shown, newLow, high, opacity, colours);
        }

        Cloud withHigh(double newHigh) {
            return new Cloud(shown, Math.min(low, newHigh - NARROWEST), newHigh, opacity, colours);
        }

        Cloud withOpacity(double newOpacity) {
            return new Cloud(shown, low, high, newOpacity, colours);
        }

        Cloud withColours(ColourMap newColours) {
            return new Cloud(shown, low, high, opacity, newColours);
        }
    }

    /**
     * The slice plane.
     *
     * @param place where it stands in the images along the plane's normal, 0 to 1; below 0: in the middle of the
     *        surfaces
     */
    record Slice(boolean shown, Plane plane, double place, double opacity) {

        /** In the middle of the surfaces. */
        static final double MIDDLE = -1;

        Slice {
            Objects.requireNonNull(plane);
            place = place < 0 ? MIDDLE : Math.min(1, place);
            opacity = Math.max(0, Math.min(1, opacity));
        }

        Slice withShown(boolean newShown) {
            return new Slice(newShown, plane, place, opacity);
        }

        Slice withPlane(Plane newPlane) {
            return new Slice(shown, newPlane, MIDDLE, opacity);
        }

        Slice withPlace(double newPlace) {
            return new Slice(shown, plane, newPlace, opacity);
        }

        Slice withOpacity(double newOpacity) {
            return new Slice(shown, plane, place, newOpacity);
        }
    }

    /**
     * What is cut away.
     *
     * @param from the side of the patient from which is cut
     * @param depth share of the surfaces' box that is cut away, 0 to 1
     */
    record Cut(boolean shown, StandardView from, double depth) {

        Cut {
            Objects.requireNonNull(from);
            depth = Math.max(0, Math.min(1, depth));
        }

        Cut withShown(boolean newShown) {
            return new Cut(newShown, from, depth);
        }

        Cut withFrom(StandardView newFrom) {
            return new Cut(shown, newFrom, depth);
        }

        Cut withDepth(double newDepth) {
            return new Cut(shown, from, newDepth);
        }
    }

    SceneSettings {
        Objects.requireNonNull(arrangement);
        hidden = Set.copyOf(hidden);
        opacities = Map.copyOf(opacities);
        hiddenLayers = Set.copyOf(hiddenLayers);
        Objects.requireNonNull(distances);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(slice);
        Objects.requireNonNull(clip);
    }

    /** How a first case is shown: people and networks side by side, coloured by distance, and as the user set. */
    static SceneSettings first(Settings set) {
        return new SceneSettings(Arrangement.MANUAL_AND_NETWORKS, Set.of(), Map.of(), set.sceneSmooth(),
                new Distances(true, "", 5), new Cloud(false, 0.15, 0.8, 0.5, set.spectColours()),
                new Slice(false, Plane.CORONAL, Slice.MIDDLE, 1), new Cut(false, StandardView.FRONT, 0.5), Set.of(),
                set.sceneDark());
    }

    boolean isShown(String surface) {
        return !hidden.contains(surface);
    }

    /**
     * The opacity of a surface: as it was set; else all surfaces let the cloud inside them shine through, and people's
     * let others where they may enclose each other.
     */
    double opacity(SceneSurface surface) {
        Double set = opacities.get(surface.id());
        return set != null ? set : cloud.shown() ? CLEAR : !surface.isManual() || arrangement == Arrangement.NETWORKS ? 1
                : arrangement == Arrangement.TOGETHER ? CLEAR : HALF;
    }

    SceneSettings withArrangement(Arrangement newArrangement) {
        return new SceneSettings(newArrangement, hidden, opacities, isSmooth, distances, cloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withShown(String surface, boolean shown) {
        Set<String> newHidden = new HashSet<>(hidden);
        if (shown) {
            newHidden.remove(surface);
        } else {
            newHidden.add(surface);
        }
        return new SceneSettings(arrangement, newHidden, opacities, isSmooth, distances, cloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withOpacity(String surface, double opacity) {
        Map<String, Double> newOpacities = new HashMap<>(opacities);
        newOpacities.put(surface, Math.max(0, Math.min(1, opacity)));
        return new SceneSettings(arrangement, hidden, newOpacities, isSmooth, distances, cloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withSmooth(boolean newSmooth) {
        return new SceneSettings(arrangement, hidden, opacities, newSmooth, distances, cloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withDistances(Distances newDistances) {
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, newDistances, cloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withCloud(Cloud newCloud) {
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, distances, newCloud, slice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withSlice(Slice newSlice) {
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, distances, cloud, newSlice, clip, hiddenLayers,
                isDark);
    }

    SceneSettings withClip(Cut newClip) {
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, distances, cloud, slice, newClip, hiddenLayers,
                isDark);
    }

    SceneSettings withDark(boolean newDark) {
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, distances, cloud, slice, clip, hiddenLayers,
                newDark);
    }

    SceneSettings withLayer(String layer, boolean shown) {
        Set<String> newHidden = new HashSet<>(hiddenLayers);
        if (shown) {
            newHidden.remove(layer);
        } else {
            newHidden.add(layer);
        }
        return new SceneSettings(arrangement, hidden, opacities, isSmooth, distances, cloud, slice, clip, newHidden,
                isDark);
    }
}
