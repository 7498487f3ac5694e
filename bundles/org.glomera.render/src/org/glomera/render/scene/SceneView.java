package org.glomera.render.scene;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture to draw: one to four panes side by side, seen with one camera. Panes fill the picture row by row from the
 * upper left; a place without a pane shows the background.
 *
 * @param panes one to four
 * @param columns how many stand side by side, 1 to 4
 * @param camera from where all panes are seen
 * @param clip what cuts surfaces and clouds of all panes, if anything
 * @param backgroundRgb the colour behind the scene as 0xRRGGBB
 * @param showOrientation whether a small cube in the lower left corner of each pane shows the patient's directions: R
 *        and L (right and left), A and P (front and back), H and F (head and feet)
 * @param width columns of the picture, from the number of panes' columns to {@link #LARGEST_PX}
 * @param height rows of the picture, likewise
 * @param draft whether the picture is needed at once, while something is dragged: the engine may draw it coarser
 */
public record SceneView(List<ScenePane> panes, int columns, Camera camera, Optional<Clip> clip, int backgroundRgb,
        boolean showOrientation, int width, int height, boolean draft) {

    /** The most columns or rows of a picture. */
    public static final int LARGEST_PX = 8192;
    /** The most panes. */
    public static final int LARGEST_PANES = 4;

    /** Refuses no pane, too many, and a picture too small for them or larger than {@link #LARGEST_PX}. */
    public SceneView {
        panes = List.copyOf(panes);
        Objects.requireNonNull(camera);
        Objects.requireNonNull(clip);
        if (panes.isEmpty() || panes.size() > LARGEST_PANES || columns < 1 || columns > LARGEST_PANES) {
            throw new IllegalArgumentException("A picture has one to four panes, not " + panes.size() + " in " + columns
                    + " columns.");
        }
        if (width < columns || height < rows(panes.size(), columns) || width > LARGEST_PX || height > LARGEST_PX) {
            throw new IllegalArgumentException("A picture cannot be " + width + " by " + height + " pixels.");
        }
    }

    /** How many panes stand one above the other. */
    public int rows() {
        return rows(panes.size(), columns);
    }

    private static int rows(int panes, int columns) {
        return (panes + columns - 1) / columns;
    }

    /** Which pixels a pane has. Panes touch each other and fill the picture. */
    public PaneBox box(int pane) {
        int column = Objects.checkIndex(pane, panes.size()) % columns;
        int row = pane / columns;
        int x = width * column / columns;
        int y = height * row / rows();
        return new PaneBox(x, y, width * (column + 1) / columns - x, height * (row + 1) / rows() - y);
    }

    /** The pane that has a pixel; empty beyond the picture and where there is no pane. */
    public Optional<Integer> paneAt(int x, int y) {
        for (int pane = 0; pane < panes.size(); pane++) {
            if (box(pane).contains(x, y)) {
                return Optional.of(pane);
            }
        }
        return Optional.empty();
    }
}
