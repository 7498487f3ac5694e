package org.glomera.render.vtk.scene;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.glomera.render.scene.Mesh;

/** What was made of the meshes that are shown, each once. Only for VTK's thread. */
final class MeshCache implements AutoCloseable {

    /** The most triangles of a surface while something is dragged. */
    static final int COARSE_TRIANGLES = 5000;

    private final Map<Mesh, Entry> entries = new HashMap<>();

    /** What was made of one mesh; the coarse part at the first need. */
    private static final class Entry {
        private final Geometry fine;
        private CoarseMesh coarseMesh;
        private Geometry coarse;

        Entry(Mesh mesh) {
            fine = new Geometry(mesh);
        }

        void close() {
            fine.close();
            if (coarse != null) {
                coarse.close();
            }
        }
    }

    /** The mesh as it is. */
    Geometry fine(Mesh mesh) {
        return entry(mesh).fine;
    }

    /** How the mesh was made coarser. */
    CoarseMesh coarseMesh(Mesh mesh) {
        Entry entry = entry(mesh);
        if (entry.coarseMesh == null) {
            entry.coarseMesh = CoarseMesh.of(mesh, COARSE_TRIANGLES);
        }
        return entry.coarseMesh;
    }

    /** The coarser mesh. */
    Geometry coarse(Mesh mesh) {
        Entry entry = entry(mesh);
        if (entry.coarse == null) {
            entry.coarse = new Geometry(coarseMesh(mesh).mesh());
        }
        return entry.coarse;
    }

    /** Gives back what was made of other meshes. */
    void keepOnly(Set<Mesh> meshes) {
        for (Iterator<Map.Entry<Mesh, Entry>> all = entries.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Mesh, Entry> one = all.next();
            if (!meshes.contains(one.getKey())) {
                one.getValue().close();
                all.remove();
            }
        }
    }

    @Override
    public void close() {
        keepOnly(Set.of());
    }

    private Entry entry(Mesh mesh) {
        return entries.computeIfAbsent(mesh, Entry::new);
    }
}
