package org.glomera.render.vtk.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.LineItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.vtk.natives.VtkObjects;

import vtk.vtkActor;
import vtk.vtkAlgorithm;
import vtk.vtkLineSource;
import vtk.vtkPlane;
import vtk.vtkPolyDataMapper;
import vtk.vtkProp;
import vtk.vtkProperty;
import vtk.vtkSphereSource;
import vtk.vtkTubeFilter;

/** A line as a rod or a point as a ball in one pane. They are small, so a change makes them anew. */
final class ShownSolid extends Shown {

    private static final int ROD_SIDES = 12;
    private static final int BALL_ROUND = 24;
    private static final int BALL_HIGH = 16;
    private static final double AMBIENT = 0.4;

    private final VtkObjects objects = new VtkObjects();
    private final SceneItem shown;
    private final vtkActor actor = objects.own(new vtkActor());

    ShownSolid(LineItem line) {
        this(line, line.rgb());
        if (line.fromMm().equals(line.toMm())) {
            actor.SetVisibility(0);
        } else {
            vtkLineSource source = objects.own(new vtkLineSource());
            source.SetPoint1(array(line.fromMm()));
            source.SetPoint2(array(line.toMm()));
            vtkTubeFilter tube = objects.own(new vtkTubeFilter());
            tube.SetInputConnection(objects.own(source.GetOutputPort()));
            tube.SetRadius(line.radiusMm());
            tube.SetNumberOfSides(ROD_SIDES);
            tube.CappingOn();
            draw(tube);
        }
    }

    ShownSolid(PointItem point) {
        this(point, point.rgb());
        vtkSphereSource ball = objects.own(new vtkSphereSource());
        ball.SetCenter(array(point.pointMm()));
        ball.SetRadius(point.radiusMm());
        ball.SetThetaResolution(BALL_ROUND);
        ball.SetPhiResolution(BALL_HIGH);
        draw(ball);
    }

    private ShownSolid(SceneItem item, int rgb) {
        shown = item;
        vtkProperty property = objects.own(actor.GetProperty());
        property.SetColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        property.SetAmbient(AMBIENT);
        property.SetDiffuse(1 - AMBIENT);
    }

    private void draw(vtkAlgorithm source) {
        vtkPolyDataMapper mapper = objects.own(new vtkPolyDataMapper());
        mapper.SetInputConnection(objects.own(source.GetOutputPort()));
        actor.SetMapper(mapper);
    }

    private static double[] array(Vector3 mm) {
        return new double[] {mm.x(), mm.y(), mm.z()};
    }

    @Override
    vtkProp prop() {
        return actor;
    }

    @Override
    boolean canShow(SceneItem item) {
        return shown.equals(item);
    }

    @Override
    void update(SceneItem item, Manner manner, vtkPlane clip) {
        // Lines and points are not cut, and are drawn in full always.
    }

    @Override
    public void close() {
        objects.close();
    }
}
