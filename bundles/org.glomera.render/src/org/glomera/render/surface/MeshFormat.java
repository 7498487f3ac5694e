package org.glomera.render.surface;

import java.util.Locale;
import java.util.Optional;

/** Files of surfaces that other programs read. All of them hold millimetres in DICOM LPS and say so in their header. */
public enum MeshFormat {
    /** Triangles alone, binary: for printing and design programs. */
    STL("STL", "stl", false),
    /** Vertices and triangles, binary, with a number a vertex: for MeshLab and the like. */
    PLY("PLY", "ply", true),
    /** VTK's PolyData in XML, with a named number a vertex: for ParaView and 3D Slicer. */
    VTP("VTP", "vtp", true);

    private final String title;
    private final String extension;
    private final boolean holdsValues;

    MeshFormat(String title, String extension, boolean holdsValues) {
        this.title = title;
        this.extension = extension;
        this.holdsValues = holdsValues;
    }

    /** What the format is called. */
    public String title() {
        return title;
    }

    /** The end of a file name, without a dot; also the word for the command line. */
    public String extension() {
        return extension;
    }

    /** Whether a file holds the numbers of a colouring. */
    public boolean holdsValues() {
        return holdsValues;
    }

    /** The format that an extension names, in upper or lower case. */
    public static Optional<MeshFormat> ofExtension(String extension) {
        String wanted = extension.toLowerCase(Locale.ROOT);
        for (MeshFormat format : values()) {
            if (format.extension.equals(wanted)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
