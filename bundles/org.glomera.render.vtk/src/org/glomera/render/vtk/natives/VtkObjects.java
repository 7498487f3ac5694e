package org.glomera.render.vtk.natives;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import vtk.vtkObjectBase;

/**
 * A visible scope of VTK objects: what is entered here is given back when the scope is closed, the last one first. VTK
 * counts references, so an object that another one still uses lives on until that one is gone. Objects that getters
 * return are references too and belong into a scope. Only for {@link VtkThread}'s thread.
 */
public final class VtkObjects implements AutoCloseable {

    private final Deque<vtkObjectBase> owned = new ArrayDeque<>();
    private final Set<vtkObjectBase> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Enters an object; an object that was entered before counts once. */
    public <T extends vtkObjectBase> T own(T object) {
        if (known.add(object)) {
            owned.push(object);
        }
        return object;
    }

    /** Gives every object back. */
    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().Delete();
        }
        known.clear();
    }
}
