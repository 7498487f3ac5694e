package org.glomera.render.layers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/** A small case, and a maker of surfaces that only counts. */
final class LayerSamples {

    /** Anisotropic on purpose; 20 x 20 x 20 mm around (10, 20, 30). */
    static final Grid GRID = Grid.axial(20, 10, 5, new Vector3(1, 2, 4), new Vector3(0.5, 11, 22));

    private LayerSamples() {
    }

    /** The first two voxels: one right, one left; or right alone. */
    static LabelMap labels(boolean left) {
        byte[] labels = new byte[GRID.voxelCount()];
        labels[0] = (byte) Side.RIGHT.label();
        labels[1] = (byte) (left ? Side.LEFT.label() : 0);
        return new LabelMap(GRID, labels);
    }

    static ShownDelineation shown(String id, boolean left, Kidneys kidneys) {
        return new ShownDelineation(id, "Title of " + id, 0x336699, labels(left), kidneys);
    }

    static Volume volume(Quantity quantity, float value) {
        float[] values = new float[GRID.voxelCount()];
        Arrays.fill(values, value);
        return new Volume(GRID, quantity, values);
    }

    static CaseScene scene(Surfaces surfaces, Optional<ShownDelineation> reference, ShownDelineation... shown) {
        return new CaseScene("p1", List.of(shown), reference, Optional.of(volume(Quantity.HOUNSFIELD, 40)),
                Optional.of(volume(Quantity.ACTIVITY_CONCENTRATION, 1000)), surfaces);
    }

    /** Gives a triangle for each side that has voxels; distances are 1, 2 and 3 mm. */
    static final class Counting implements SurfaceMaker {

        /** What was asked for, such as {@code surface right} or {@code distances}. */
        final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Optional<KidneySurface> surface(LabelMap labels, Side side, SurfaceOptions options,
                IProgressMonitor monitor) throws GlomeraException {
            asked.add("surface " + side.word());
            if (labels.count(side) == 0) {
                return Optional.empty();
            }
            return Optional.of(new KidneySurface(side, new Mesh(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0},
                    new int[] {0, 1, 2}), new Fidelity(1, 0.5, 10, 10, 1, 1)));
        }

        @Override
        public float[] distancesMm(Mesh of, Mesh to, IProgressMonitor monitor) {
            asked.add("distances");
            return new float[] {1, 2, 3};
        }

        @Override
        public void write(Path file, Mesh mesh, Optional<Colouring> colouring, MeshFormat format) {
            throw new UnsupportedOperationException();
        }
    }
}
