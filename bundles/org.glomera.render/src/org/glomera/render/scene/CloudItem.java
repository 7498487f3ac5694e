package org.glomera.render.scene;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.Volume;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Extent;

/**
 * A volume as a cloud: the higher a value, the denser the cloud and the later its colour in the map. Any grid is
 * allowed: anisotropic, oblique, mirrored. NaN shows nothing.
 *
 * @param id what it is called in a {@link Pick}, unique within a pane
 * @param title what it is called in a legend
 * @param volume the values and their grid
 * @param low values up to this one are transparent
 * @param high from this value on the cloud is densest, above {@code low}
 * @param map the colours from {@code low} to {@code high}
 * @param opacity how dense it is at {@code high}, from 0 (not to be seen) to 1 (solid)
 */
public record CloudItem(String id, String title, Volume volume, double low, double high, ColourMap map, double opacity)
        implements SceneItem {

    /** Refuses ends that are not in order and an opacity beyond 0 to 1. */
    public CloudItem {
        Checks.id(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(volume);
        Objects.requireNonNull(map);
        Checks.range(low, high);
        Checks.opacity(opacity);
    }

    @Override
    public Optional<Extent> extent() {
        return Optional.of(Extent.of(volume.grid()));
    }
}
