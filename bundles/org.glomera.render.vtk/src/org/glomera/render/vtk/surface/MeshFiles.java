package org.glomera.render.vtk.surface;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.MeshFormat;

/**
 * Writes surfaces as STL (3D Systems, Stereolithography Interface Specification, 1989), PLY (G. Turk, Stanford, 1994)
 * and VTP (VTK's XML PolyData, The VTK User's Guide). VTK's own writers put no values of vertices into a PLY file and
 * report a full disk on the console only, so the bytes are laid out here. All numbers are little-endian.
 */
final class MeshFiles {

    private static final String UNITS = "unit mm, coordinates DICOM LPS (x to the patient's left, y to the back, z to the head)";
    private static final int STL_HEADER = 80;
    private static final int STL_TRIANGLE = 50;

    private MeshFiles() {
    }

    static void write(Path file, Mesh mesh, Optional<Colouring> colouring, MeshFormat format)
            throws GlomeraException {
        if (colouring.isPresent() && colouring.get().values().length != mesh.pointCount()) {
            throw new IllegalArgumentException(colouring.get().values().length + " values for " + mesh);
        }
        try {
            AtomicFiles.write(file, out -> {
                switch (format) {
                    case STL -> stl(out, mesh);
                    case PLY -> ply(out, mesh, colouring);
                    case VTP -> vtp(out, mesh, colouring);
                }
            });
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The surface could not be written to " + file + ": "
                    + e.getMessage() + ". Check that the folder may be written to and that the disk is not full.", e);
        }
    }

    /** What a colouring's numbers are called in a file: title and unit in lower case, such as {@code distance_mm}. */
    static String name(Colouring colouring) {
        String words = (colouring.title() + " " + colouring.unit()).toLowerCase(Locale.ROOT);
        String name = words.replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? "value" : name;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void stl(OutputStream out, Mesh mesh) throws IOException {
        ByteBuffer header = buffer(STL_HEADER + Integer.BYTES);
        header.put("Glomera surface; unit mm, coordinates DICOM LPS".getBytes(StandardCharsets.US_ASCII));
        header.putInt(STL_HEADER, mesh.triangleCount());
        out.write(header.array());
        Shape shape = Shape.of(mesh);
        double[] normal = new double[3];
        ByteBuffer one = buffer(STL_TRIANGLE);
        for (int t = 0; t < mesh.triangleCount(); t++) {
            shape.normal(t, normal);
            double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
            one.clear();
            for (double component : normal) {
                one.putFloat(length > 0 ? (float) (component / length) : 0);
            }
            for (int corner = 0; corner < 3; corner++) {
                int vertex = 3 * mesh.triangles()[3 * t + corner];
                for (int axis = 0; axis < 3; axis++) {
                    one.putFloat(mesh.pointsMm()[vertex + axis]);
                }
            }
            one.putShort((short) 0);
            out.write(one.array());
        }
    }

    private static void ply(OutputStream out, Mesh mesh, Optional<Colouring> colouring) throws IOException {
        String property = colouring.map(each -> "property float " + name(each) + "\n").orElse("");
        out.write(("ply\nformat binary_little_endian 1.0\ncomment Glomera surface; " + UNITS + "\nelement vertex "
                + mesh.pointCount() + "\nproperty float x\nproperty float y\nproperty float z\n" + property
                + "element face " + mesh.triangleCount() + "\nproperty list uchar int vertex_indices\nend_header\n")
                .getBytes(StandardCharsets.US_ASCII));
        ByteBuffer vertex = buffer((colouring.isPresent() ? 4 : 3) * Float.BYTES);
        for (int i = 0; i < mesh.pointCount(); i++) {
            vertex.clear();
            for (int axis = 0; axis < 3; axis++) {
                vertex.putFloat(mesh.pointsMm()[3 * i + axis]);
            }
            if (colouring.isPresent()) {
                vertex.putFloat(colouring.get().values()[i]);
            }
            out.write(vertex.array());
        }
        ByteBuffer face = buffer(1 + 3 * Integer.BYTES);
        for (int t = 0; t < mesh.triangles().length; t += 3) {
            face.clear();
            face.put((byte) 3);
            for (int corner = 0; corner < 3; corner++) {
                face.putInt(mesh.triangles()[t + corner]);
            }
            out.write(face.array());
        }
    }

    private static void vtp(OutputStream out, Mesh mesh, Optional<Colouring> colouring) throws IOException {
        text(out, "<?xml version=\"1.0\"?>\n<!-- Glomera surface; " + UNITS + " -->\n<VTKFile type=\"PolyData\" "
                + "version=\"0.1\" byte_order=\"LittleEndian\" header_type=\"UInt32\">\n<PolyData>\n"
                + "<Piece NumberOfPoints=\"" + mesh.pointCount() + "\" NumberOfVerts=\"0\" NumberOfLines=\"0\" "
                + "NumberOfStrips=\"0\" NumberOfPolys=\"" + mesh.triangleCount() + "\">\n");
        if (colouring.isPresent()) {
            text(out, "<PointData Scalars=\"" + name(colouring.get()) + "\">\n");
            floats(out, name(colouring.get()), 1, colouring.get().values());
            text(out, "</PointData>\n");
        }
        text(out, "<Points>\n");
        floats(out, "Points", 3, mesh.pointsMm());
        text(out, "</Points>\n<Polys>\n");
        integers(out, "connectivity", mesh.triangles());
        int[] offsets = new int[mesh.triangleCount()];
        for (int t = 0; t < offsets.length; t++) {
            offsets[t] = 3 * (t + 1);
        }
        integers(out, "offsets", offsets);
        text(out, "</Polys>\n</Piece>\n</PolyData>\n</VTKFile>\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void floats(OutputStream out, String name, int components, float[] values) throws IOException {
        ByteBuffer bytes = buffer(Integer.BYTES + Float.BYTES * values.length);
        bytes.putInt(Float.BYTES * values.length).asFloatBuffer().put(values);
        array(out, "type=\"Float32\" Name=\"" + name + "\" NumberOfComponents=\"" + components + "\"", bytes.array());
    }

    private static void integers(OutputStream out, String name, int[] values) throws IOException {
        ByteBuffer bytes = buffer(Integer.BYTES + Integer.BYTES * values.length);
        bytes.putInt(Integer.BYTES * values.length).asIntBuffer().put(values);
        array(out, "type=\"Int32\" Name=\"" + name + "\"", bytes.array());
    }

    /** An array as base64 that begins with its length in bytes. */
    private static void array(OutputStream out, String attributes, byte[] bytes) throws IOException {
        text(out, "<DataArray " + attributes + " format=\"binary\">\n");
        out.write(Base64.getEncoder().encode(bytes));
        text(out, "\n</DataArray>\n");
    }
}
