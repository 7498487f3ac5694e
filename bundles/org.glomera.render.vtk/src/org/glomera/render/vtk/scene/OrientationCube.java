package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.StandardView;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkActor;
import vtk.vtkCamera;
import vtk.vtkCubeSource;
import vtk.vtkMatrix4x4;
import vtk.vtkPolyDataMapper;
import vtk.vtkProperty;
import vtk.vtkRenderWindow;
import vtk.vtkRenderer;
import vtk.vtkVectorText;

/**
 * The small cube in the lower left corner of a pane, whose faces carry the letters of the patient's directions: R and L
 * (right and left), A and P (front and back), H and F (head and feet). Only for VTK's thread.
 */
final class OrientationCube implements AutoCloseable {

    /** How large the cube's place is: a share of the pane's shorter side, within limits. */
    private static final double SHARE = 0.18;
    private static final int SMALLEST_PX = 40;
    private static final int LARGEST_PX = 110;
    /** From where the cube is seen, in edges of the cube. */
    private static final double DISTANCE = 4.2;
    private static final double LETTER_HEIGHT = 0.62;
    private static final double BEFORE_THE_FACE = 0.505;
    private static final int FACE_RGB = 0xd9dee3;
    private static final int LETTER_RGB = 0x1b2733;

    private final VtkObjects objects = new VtkObjects();
    private final vtkRenderWindow window;
    private final vtkRenderer renderer = objects.own(new vtkRenderer());
    private final vtkCamera camera = objects.own(new vtkCamera());

    OrientationCube(vtkRenderWindow window) {
        this.window = window;
        renderer.SetLayer(1);
        renderer.InteractiveOff();
        renderer.SetActiveCamera(camera);
        vtkCubeSource cube = objects.own(new vtkCubeSource());
        vtkPolyDataMapper mapper = objects.own(new vtkPolyDataMapper());
        mapper.SetInputConnection(objects.own(cube.GetOutputPort()));
        actor(mapper, FACE_RGB, true);
        for (StandardView side : StandardView.values()) {
            letter(side);
        }
        window.AddRenderer(renderer);
    }

    /** The letter of the side that is seen from there. */
    private static String letterOf(StandardView side) {
        return switch (side) {
            case FRONT -> "A";
            case BACK -> "P";
            case RIGHT -> "R";
            case LEFT -> "L";
            case HEAD -> "H";
            case FEET -> "F";
        };
    }

    private void letter(StandardView side) {
        vtkVectorText text = objects.own(new vtkVectorText());
        text.SetText(letterOf(side));
        vtkPolyDataMapper mapper = objects.own(new vtkPolyDataMapper());
        mapper.SetInputConnection(objects.own(text.GetOutputPort()));
        text.Update();
        double[] box = mapper.GetBounds();
        double scale = LETTER_HEIGHT / (box[3] - box[2]);
        // The letter's x goes to the right and its y up for who looks at the face from outside.
        Vector3 x = side.up().cross(side.from()).times(scale);
        Vector3 y = side.up().times(scale);
        Vector3 z = side.from();
        Vector3 offset = z.times(BEFORE_THE_FACE).minus(x.times((box[0] + box[1]) / 2))
                .minus(y.times((box[2] + box[3]) / 2));
        vtkMatrix4x4 matrix = objects.own(new vtkMatrix4x4());
        matrix.DeepCopy(new double[] {x.x(), y.x(), z.x(), offset.x(), x.y(), y.y(), z.y(), offset.y(), x.z(), y.z(),
            z.z(), offset.z(), 0, 0, 0, 1});
        actor(mapper, LETTER_RGB, false).SetUserMatrix(matrix);
    }

    private vtkActor actor(vtkPolyDataMapper mapper, int rgb, boolean lit) {
        vtkActor actor = objects.own(new vtkActor());
        actor.SetMapper(mapper);
        vtkProperty property = objects.own(actor.GetProperty());
        property.SetColor(Shown.part(rgb, 16), Shown.part(rgb, 8), Shown.part(rgb, 0));
        property.SetLighting(lit);
        renderer.AddActor(actor);
        return actor;
    }

    /** Brings the cube into the corner of a pane, as the pane's camera sees the patient. */
    void update(Camera seen, PaneBox box, int width, int height) {
        int size = Math.max(SMALLEST_PX, Math.min(LARGEST_PX, (int) (SHARE * Math.min(box.width(), box.height()))));
        int bottom = height - box.y() - box.height();
        renderer.SetViewport(box.x() / (double) width, bottom / (double) height,
                Math.min(box.x() + size, box.x() + box.width()) / (double) width,
                Math.min(bottom + size, bottom + box.height()) / (double) height);
        Vector3 position = seen.forward().times(-DISTANCE);
        camera.SetFocalPoint(0, 0, 0);
        camera.SetPosition(position.x(), position.y(), position.z());
        camera.SetViewUp(seen.up().x(), seen.up().y(), seen.up().z());
        renderer.ResetCameraClippingRange();
    }

    @Override
    public void close() {
        window.RemoveRenderer(renderer);
        renderer.RemoveAllViewProps();
        objects.close();
    }
}
