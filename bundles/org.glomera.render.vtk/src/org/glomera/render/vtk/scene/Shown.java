package org.glomera.render.vtk.scene;

import org.glomera.render.scene.SceneItem;

import vtk.vtkPlane;
import vtk.vtkProp;
import vtk.vtkRenderWindow;

/**
 * One item of a scene in one pane, as VTK holds it. It is kept from picture to picture and brought up to date; what did
 * not change is not made anew. Only for VTK's thread.
 */
abstract class Shown implements AutoCloseable {

    /** How the next picture is drawn: cut or not, at once or in full, with coarser surfaces or not. */
    record Manner(boolean clipped, boolean draft, boolean coarse) {
    }

    /** What VTK draws. */
    abstract vtkProp prop();

    /** Whether an item can be shown by bringing this up to date; another is made otherwise. */
    abstract boolean canShow(SceneItem item);

    /** Brings this up to date. */
    abstract void update(SceneItem item, Manner manner, vtkPlane clip);

    /** Gives back what OpenGL holds for a window. */
    void release(vtkRenderWindow window) {
        prop().ReleaseGraphicsResources(window);
    }

    /** Gives back what VTK holds. */
    @Override
    public abstract void close();

    /** One part of a colour 0xRRGGBB, from 0 to 1: shift 16 is red, 8 green, 0 blue. */
    static double part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255.0;
    }
}
