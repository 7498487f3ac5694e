package org.glomera.render.layers;

import java.lang.ref.WeakReference;

import org.glomera.core.Side;
import org.glomera.render.surface.SurfaceOptions;

/** A mask by its very array, which this key does not keep from being given back. */
final class MaskKey implements Keeper.Key {

    private final WeakReference<byte[]> labels;
    private final Side side;
    private final SurfaceOptions options;
    private final int hash;

    MaskKey(byte[] labels, Side side, SurfaceOptions options) {
        this.labels = new WeakReference<>(labels);
        this.side = side;
        this.options = options;
        this.hash = 31 * (31 * System.identityHashCode(labels) + side.hashCode()) + options.hashCode();
    }

    @Override
    public boolean isStale() {
        return labels.get() == null;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        byte[] own = labels.get();
        return own != null && other instanceof MaskKey that && that.labels.get() == own && that.side == side
                && that.options.equals(options);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
