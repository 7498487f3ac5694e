package org.glomera.image.interfile;

import java.util.List;

import org.glomera.core.geometry.Vector3;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.TextHeader;

/**
 * Which way the indices of an Interfile image run through the patient.
 * <p>
 * Interfile states the position of the patient ({@code patient orientation}: head_in, feet_in; {@code patient
 * rotation}: supine, prone) and the direction of the slices ({@code slice orientation}), not the axes. The axes are
 * those of STIR (DiscretisedDensity::swap_axes_based_on_orientation) and XMedCon (MdcGetImageOrientation): rows from
 * top to bottom, columns from left to right as seen from the foot of the table, slices from deep in the scanner out
 * along the table. For transverse slices:
 * <pre>
 * head_in, supine    x to the left,  y to the back,   z to the feet
 * head_in, prone     x to the right, y to the front,  z to the feet
 * feet_in, supine    x to the right, y to the back,   z to the head
 * feet_in, prone     x to the left,  y to the front,  z to the head
 * </pre>
 * Other slices are refused: which way they follow each other is not stated anywhere. A header without a word about the
 * patient is read as STIR reads it (head first, supine) when it has STIR's own keys, else as a simulator's phantom on
 * right-handed axes: x to the left, y to the front, z to the feet. Both are said in a remark.
 *
 * @param x direction of the first index in DICOM LPS, a unit vector
 * @param y direction of the second index
 * @param z direction of the third index
 * @param remarks what was taken for granted
 */
record InterfileOrientation(Vector3 x, Vector3 y, Vector3 z, List<String> remarks) {

    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 RIGHT = new Vector3(-1, 0, 0);
    private static final Vector3 BACK = new Vector3(0, 1, 0);
    private static final Vector3 FRONT = new Vector3(0, -1, 0);
    private static final Vector3 HEAD = new Vector3(0, 0, 1);
    private static final Vector3 FEET = new Vector3(0, 0, -1);

    /** Copies the list. */
    InterfileOrientation {
        remarks = List.copyOf(remarks);
    }

    /** The orientation of a header. */
    static InterfileOrientation of(InterfileKeys keys) throws FileProblem {
        String position = keys.word("patient orientation").orElse("");
        String rotation = keys.word("patient rotation").orElse("");
        String slices = keys.word("slice orientation").orElse("");
        if (!List.of("", "transverse", "transaxial", "axial", "unknown").contains(slices)) {
            throw new FileProblem("has slices that are '" + TextHeader.shortened(slices) + "', and Interfile does not "
                    + "say which way these follow each other. Write the image with transverse slices");
        }
        boolean states = !unsaid(position) || !unsaid(rotation);
        if (!states && isSimulators(keys)) {
            return simulators();
        }
        boolean headIn = choice("patient orientation", position, "head", "feet");
        boolean supine = choice("patient rotation", rotation, "supine", "prone");
        Vector3 across = headIn == supine ? LEFT : RIGHT;
        Vector3 down = supine ? BACK : FRONT;
        Vector3 out = headIn ? FEET : HEAD;
        List<String> remarks = unsaid(position) || unsaid(rotation)
                ? List.of("The header does not say how the patient lies in full; taken for granted: "
                        + (headIn ? "head" : "feet") + " first, " + (supine ? "supine" : "prone") + ".")
                : List.of();
        return new InterfileOrientation(across, down, out, remarks);
    }

    /** STIR names the matrix's axes and writes where the first voxel lies; simulators' headers have neither. */
    private static boolean isSimulators(InterfileKeys keys) {
        return !keys.has("matrix axis label[1]") && !keys.has("first pixel offset (mm)[1]");
    }

    private static InterfileOrientation simulators() {
        return new InterfileOrientation(LEFT, FRONT, FEET, List.of("The header does not say how the patient lies "
                + "('patient orientation', 'patient rotation'); taken for granted, as for a simulator's phantom on "
                + "right-handed axes: index x runs to the patient's left, y to the front, z to the feet. Check right "
                + "and left, or add both keys."));
    }

    private static boolean unsaid(String word) {
        return word.isEmpty() || word.equals("unknown") || word.equals("other");
    }

    private static boolean choice(String key, String word, String first, String second) throws FileProblem {
        if (unsaid(word) || word.startsWith(first)) {
            return true;
        }
        if (word.startsWith(second)) {
            return false;
        }
        throw unknown(key, word);
    }

    private static FileProblem unknown(String key, String word) {
        return new FileProblem("gives '" + TextHeader.shortened(word) + "' as '" + key
                + "', which Interfile does not know, so right and left cannot be told. Correct the header");
    }
}
