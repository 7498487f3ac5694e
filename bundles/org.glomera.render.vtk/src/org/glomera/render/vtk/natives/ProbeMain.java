package org.glomera.render.vtk.natives;

import vtk.vtkNativeLibrary;
import vtk.vtkRenderWindow;
import vtk.vtkRenderer;
import vtk.vtkUnsignedCharArray;

/**
 * Draws one picture off-screen and looks whether it is what it should be: the main class of the process that tries the
 * display. It stands alone, so that its class file and VTK's classes are all that the process needs.
 */
public final class ProbeMain {

    /** The exit code when the picture is right. */
    static final int DRAWN = 0;
    /** The exit code when a picture came that is not right. */
    static final int WRONG_PICTURE = 3;

    private static final int SIZE_PX = 16;

    private ProbeMain() {
    }

    /**
     * Runs the trial.
     *
     * @param arguments the full path of Java's jawt library, then the names of VTK's libraries
     */
    public static void main(String[] arguments) {
        System.load(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            vtkNativeLibrary.valueOf(arguments[i]).LoadLibrary();
        }
        vtkRenderWindow window = new vtkRenderWindow();
        window.SetOffScreenRendering(1);
        window.SetSize(SIZE_PX, SIZE_PX);
        vtkRenderer renderer = new vtkRenderer();
        renderer.SetBackground(0, 1, 0);
        window.AddRenderer(renderer);
        window.Render();
        vtkUnsignedCharArray pixels = new vtkUnsignedCharArray();
        window.GetPixelData(0, 0, SIZE_PX - 1, SIZE_PX - 1, 1, pixels, 0);
        byte[] rgb = pixels.GetJavaArray();
        boolean green = rgb.length == 3 * SIZE_PX * SIZE_PX && rgb[0] == 0 && rgb[1] == (byte) 255 && rgb[2] == 0;
        // The process ends at once: nothing is given back, and no library's end is waited for.
        Runtime.getRuntime().halt(green ? DRAWN : WRONG_PICTURE);
    }
}
