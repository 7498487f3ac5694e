package org.glomera.render.scene;

import java.util.Optional;

import org.glomera.render.slice.Extent;

/** Something that is drawn in space. Items are told apart by their id, which is unique within a pane. */
public sealed interface SceneItem permits SurfaceItem, CloudItem, PlaneItem, LineItem, PointItem {

    /** What the item is called in a {@link Pick}; not empty. */
    String id();

    /** The box around the item in patient millimetres, for {@link Camera#fit}; empty when there is nothing to see. */
    Optional<Extent> extent();
}
