package org.glomera.image.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.raw.Bounds;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.TextHeader;

/**
 * Where the voxels of an NRRD file lie: {@code space}, {@code space directions} and {@code space origin} (the centre of
 * the first sample), turned into DICOM LPS. Spacings and axis minima alone do not say how the patient lies.
 */
final class NrrdGeometry {

    private static final Pattern VECTOR = Pattern.compile("none|\\(([^()]*)\\)");

    private NrrdGeometry() {
    }

    /** The grid, with what was taken for granted added to the remarks. */
    static Grid grid(NrrdFields fields, List<String> remarks) throws FileProblem {
        long[] size = sizes(fields);
        Vector3 signs = signs(fields);
        double unit = unitInMm(fields);
        List<Vector3> directions = vectors(fields.text("spacedirections").orElseThrow(NrrdGeometry::noOrientation),
                "'space directions'");
        if (directions.size() != 3) {
            throw new FileProblem("has " + directions.size() + " space directions, where 3 are needed. Write the image "
                    + "again");
        }
        for (int axis = 0; axis < 3; axis++) {
            Bounds.spacing(directions.get(axis).length() * unit, "the distance of voxels along index " + (axis + 1));
        }
        Vector3 origin = new Vector3(0, 0, 0);
        if (fields.text("spaceorigin").isPresent()) {
            List<Vector3> origins = vectors(fields.required("spaceorigin"), "'space origin'");
            if (origins.size() != 1) {
                throw new FileProblem("has no single space origin. Write the image again");
            }
            origin = origins.get(0);
        } else {
            remarks.add("The header does not say where the image lies; its first voxel was put at the origin of the "
                    + "patient's coordinates.");
        }
        return Bounds.grid(size[0], size[1], size[2], lps(directions.get(0), signs, unit),
                lps(directions.get(1), signs, unit), lps(directions.get(2), signs, unit), lps(origin, signs, unit));
    }

    private static Vector3 lps(Vector3 inFile, Vector3 signs, double unit) {
        return new Vector3(inFile.x() * signs.x() * unit, inFile.y() * signs.y() * unit, inFile.z() * signs.z() * unit);
    }

    private static long[] sizes(NrrdFields fields) throws FileProblem {
        long dimension = TextHeader.whole(fields.required("dimension"), "'dimension'");
        if (dimension != 3) {
            throw new FileProblem("has " + dimension + " dimensions, where one volume has 3. Write each image into a "
                    + "file of its own");
        }
        String[] words = fields.required("sizes").split("\\s+");
        if (words.length != 3) {
            throw new FileProblem("gives " + words.length + " sizes for 3 dimensions; it is damaged. Write it again");
        }
        long[] sizes = new long[3];
        for (int axis = 0; axis < 3; axis++) {
            sizes[axis] = TextHeader.whole(words[axis], "'sizes'");
        }
        Bounds.sizes(sizes[0], sizes[1], sizes[2]);
        return sizes;
    }

    /** By what the file's coordinates are multiplied to become LPS. */
    private static Vector3 signs(NrrdFields fields) throws FileProblem {
        String space = fields.text("space").orElse("").toLowerCase(Locale.ROOT);
        return switch (space) {
            case "left-posterior-superior", "lps" -> new Vector3(1, 1, 1);
            case "right-anterior-superior", "ras" -> new Vector3(-1, -1, 1);
            case "left-anterior-superior", "las" -> new Vector3(1, -1, 1);
            case "" -> throw noOrientation();
            default -> throw new FileProblem("is given in the space '" + TextHeader.shortened(space) + "', which does "
                    + "not say how the patient lies, so right and left cannot be told. Write the image in the space "
                    + "left-posterior-superior");
        };
    }

    private static FileProblem noOrientation() {
        return new FileProblem("does not say how it lies in the patient ('space' and 'space directions'), so right and "
                + "left cannot be told. Write the image again with its orientation");
    }

    private static double unitInMm(NrrdFields fields) throws FileProblem {
        String units = fields.text("spaceunits").orElse("\"mm\" \"mm\" \"mm\"").replace("\"", " ").strip();
        String first = units.split("\\s+")[0];
        for (String unit : units.split("\\s+")) {
            if (!unit.equals(first)) {
                throw new FileProblem("has lengths in different units. Write the image again in millimetres");
            }
        }
        return switch (first.toLowerCase(Locale.ROOT)) {
            case "mm", "millimeter", "millimeters", "???" -> 1;
            case "cm" -> 10;
            case "m" -> 1000;
            case "um" -> 0.001;
            default -> throw new FileProblem("has lengths in '" + TextHeader.shortened(first)
                    + "', which is not understood. Write the image again in millimetres");
        };
    }

    private static List<Vector3> vectors(String text, String what) throws FileProblem {
        List<Vector3> vectors = new ArrayList<>();
        Matcher matcher = VECTOR.matcher(text);
        while (matcher.find() && vectors.size() < 16) {
            if (matcher.group(1) == null) {
                throw new FileProblem("has an axis that does not lie in space. Write each image into a file of its "
                        + "own");
            }
            double[] numbers = TextHeader.numbers(matcher.group(1).replace(',', ' '), what);
            if (numbers.length != 3) {
                throw new FileProblem("gives " + numbers.length + " numbers where " + what + " needs 3. Write the image "
                        + "again");
            }
            vectors.add(Bounds.vector(numbers[0], numbers[1], numbers[2], what));
        }
        return vectors;
    }
}
