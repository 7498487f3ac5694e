package org.glomera.render.vtk.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.vtk.natives.VtkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vtk.vtkAlgorithm;
import vtk.vtkFloatArray;
import vtk.vtkPLYReader;
import vtk.vtkPolyData;
import vtk.vtkPolyDataAlgorithm;
import vtk.vtkSTLReader;
import vtk.vtkXMLPolyDataReader;

/** Files of surfaces, taken apart byte by byte as their formats say, and read by VTK's own readers. */
class MeshFilesTest {

    /** 20 x 30 x 40 mm far from the origin. */
    private static final Mesh BOX = Bodies.box(new Vector3(-90, 10, 1200), new Vector3(-70, 40, 1240));
    private static final float[] VALUES = {-1.5f, 0, 1, 2, Float.NaN, 4, 5, 6.25f};
    private static final Colouring DISTANCE = new Colouring(VALUES, -5, 5, ColourMap.BLUE_RED, "Distance", "mm");

    @TempDir
    Path folder;

    private Path write(MeshFormat format, Optional<Colouring> colouring) throws Exception {
        Path file = folder.resolve("new").resolve("box." + format.extension());
        Bodies.maker().write(file, BOX, colouring, format);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertTrue(files.noneMatch(AtomicFiles::isLeftover));
        }
        return file;
    }

    private static ByteBuffer bytes(Path file) throws Exception {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void stl_hasAHeaderWithTheUnit_andEachTriangleWithItsNormal() throws Exception {
        ByteBuffer bytes = bytes(write(MeshFormat.STL, Optional.of(DISTANCE)));
        String header = new String(bytes.array(), 0, 80, StandardCharsets.US_ASCII);
        assertTrue(header.contains("unit mm") && header.contains("LPS") && !header.startsWith("solid"), header);
        assertEquals(12, bytes.getInt(80));
        assertEquals(84 + 12 * 50, bytes.capacity());
        bytes.position(84);
        for (int t = 0; t < 12; t++) {
            float[] numbers = new float[12];
            for (int i = 0; i < 12; i++) {
                numbers[i] = bytes.getFloat();
            }
            assertEquals(0, bytes.getShort());
            Vector3 a = BOX.point(BOX.triangles()[3 * t]);
            Vector3 normal = BOX.point(BOX.triangles()[3 * t + 1]).minus(a)
                    .cross(BOX.point(BOX.triangles()[3 * t + 2]).minus(a));
            assertArrayEquals(new double[] {normal.x(), normal.y(), normal.z()},
                    new double[] {numbers[0] * normal.length(), numbers[1] * normal.length(),
                        numbers[2] * normal.length()}, 1e-3);
            for (int corner = 0; corner < 3; corner++) {
                Vector3 point = BOX.point(BOX.triangles()[3 * t + corner]);
                assertEquals(point, new Vector3(numbers[3 + 3 * corner], numbers[4 + 3 * corner],
                        numbers[5 + 3 * corner]));
            }
        }
    }

    @Test
    void ply_hasTheDistanceAsAPropertyOfEachVertex() throws Exception {
        ByteBuffer bytes = bytes(write(MeshFormat.PLY, Optional.of(DISTANCE)));
        String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("end_header\n") + 11;
        List<String> header = List.of(text.substring(0, body - 1).split("\n"));
        assertEquals(List.of("ply", "format binary_little_endian 1.0"), header.subList(0, 2));
        assertTrue(header.get(2).startsWith("comment ") && header.get(2).contains("unit mm")
                && header.get(2).contains("LPS"), header.get(2));
        assertEquals(List.of("element vertex 8", "property float x", "property float y", "property float z",
                "property float distance_mm", "element face 12", "property list uchar int vertex_indices",
                "end_header"), header.subList(3, header.size()));
        // 8 vertices of four floats, 12 faces of one byte and three integers
        assertEquals(body + 8 * 16 + 12 * 13, bytes.capacity());
        bytes.position(body);
        for (int vertex = 0; vertex < 8; vertex++) {
            assertEquals(BOX.point(vertex), new Vector3(bytes.getFloat(), bytes.getFloat(), bytes.getFloat()));
            assertEquals(VALUES[vertex], bytes.getFloat());
        }
        for (int t = 0; t < 12; t++) {
            assertEquals(3, bytes.get());
            for (int corner = 0; corner < 3; corner++) {
                assertEquals(BOX.triangles()[3 * t + corner], bytes.getInt());
            }
        }
    }

    @Test
    void everyFormat_isReadByVtkWithTheSameTriangles() throws Exception {
        for (MeshFormat format : MeshFormat.values()) {
            for (Optional<Colouring> colouring : List.of(Optional.of(DISTANCE), Optional.<Colouring>empty())) {
                Path file = write(format, colouring);
                double[] counts = VtkSession.shared().call(() -> read(file, format));
                assertEquals(8, counts[0], format.title());
                assertEquals(12, counts[1], format.title());
                assertArrayEquals(new double[] {-90, -70, 10, 40, 1200, 1240},
                        Arrays.copyOfRange(counts, 2, 8), 0, format.title());
            }
        }
    }

    private static double[] read(Path file, MeshFormat format) {
        vtkAlgorithm reader = switch (format) {
            case STL -> {
                vtkSTLReader stl = new vtkSTLReader();
                stl.SetFileName(file.toString());
                yield stl;
            }
            case PLY -> {
                vtkPLYReader ply = new vtkPLYReader();
                ply.SetFileName(file.toString());
                yield ply;
            }
            case VTP -> {
                vtkXMLPolyDataReader vtp = new vtkXMLPolyDataReader();
                vtp.SetFileName(file.toString());
                yield vtp;
            }
        };
        reader.Update();
        vtkPolyData surface = reader instanceof vtkXMLPolyDataReader vtp ? vtp.GetOutput()
                : ((vtkPolyDataAlgorithm) reader).GetOutput();
        double[] bounds = surface.GetBounds();
        double[] counts = {surface.GetNumberOfPoints(), surface.GetNumberOfPolys(), bounds[0], bounds[1], bounds[2],
            bounds[3], bounds[4], bounds[5]};
        surface.Delete();
        reader.Delete();
        return counts;
    }

    @Test
    void vtp_hasTheDistanceAsANamedArray() throws Exception {
        Path file = write(MeshFormat.VTP, Optional.of(DISTANCE));
        String text = Files.readString(file);
        assertTrue(text.contains("unit mm") && text.contains("LPS"));
        float[] values = VtkSession.shared().call(() -> {
            vtkXMLPolyDataReader reader = new vtkXMLPolyDataReader();
            reader.SetFileName(file.toString());
            reader.Update();
            vtkPolyData surface = reader.GetOutput();
            vtkFloatArray array = (vtkFloatArray) surface.GetPointData().GetArray("distance_mm");
            return array.GetJavaArray();
        });
        assertArrayEquals(VALUES, values);
    }

    @Test
    void aFolderThatCannotBe_isNamed() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("box.stl");
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> Bodies.maker().write(blocked, BOX, Optional.empty(), MeshFormat.STL));
        assertTrue(refused.getMessage().contains(blocked.toString()), refused.getMessage());
    }

    @Test
    void names_areMadeOfTitleAndUnit() {
        assertEquals("distance_mm", MeshFiles.name(DISTANCE));
        assertEquals("activity_concentration_bq_ml", MeshFiles.name(new Colouring(VALUES, 0, 1, ColourMap.HOT,
                "Activity concentration", "Bq/ml")));
        assertEquals("value", MeshFiles.name(new Colouring(VALUES, 0, 1, ColourMap.HOT, "\u03b1", "")));
    }
}
