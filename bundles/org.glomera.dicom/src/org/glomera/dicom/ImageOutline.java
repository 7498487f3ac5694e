package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;

/**
 * What reading a series will give, by its headers alone.
 *
 * @param grid the grid of the {@link ReadImage#volume() volume}
 * @param quantity what its values will be
 * @param remarks the remarks of {@link ReadImage}, as far as headers tell
 */
public record ImageOutline(Grid grid, Quantity quantity, List<String> remarks) {

    /** Copies the list. */
    public ImageOutline {
        Objects.requireNonNull(grid);
        Objects.requireNonNull(quantity);
        remarks = List.copyOf(remarks);
    }
}
