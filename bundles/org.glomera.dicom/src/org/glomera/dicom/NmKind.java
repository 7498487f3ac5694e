package org.glomera.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * Whether an NM file is a reconstructed tomogram of an emission (PS3.3 C.8.4.9, Image Type values 3 and 4). Value 3 is
 * RECON TOMO, or RECON GATED TOMO, whose frames must be of one time slot. Some systems spell it otherwise or leave it
 * out; their file is one where its frames are counted by slices (Frame Increment Pointer (0028,0009)) and nothing in
 * its type says that it is something else.
 */
final class NmKind {

    private static final Set<String> NOT_RECONSTRUCTED = Set.of("STATIC", "DYNAMIC", "GATED", "WHOLE BODY", "TOMO",
            "GATED TOMO");

    private NmKind() {
    }

    /** Refuses a file that is no reconstructed tomogram of an emission. */
    static void requireTomogram(Header header, Remarks remarks) throws GlomeraException {
        String sopClass = header.text(Tag.SOP_CLASS_UID);
        if (!sopClass.equals(Uids.NM_IMAGE)) {
            throw header.problem("it is not a nuclear medicine image but of the class " + sopClass);
        }
        List<String> type = header.dataSet().texts(Tag.IMAGE_TYPE);
        String kind = word(type, 2);
        if (kind.startsWith("RECON") && kind.contains("TOMO")) {
            requireEmission(header, type);
            return;
        }
        if (NOT_RECONSTRUCTED.contains(kind)) {
            throw header.problem("it is a nuclear medicine image of the type " + String.join("\\", type)
                    + ", not a reconstructed tomogram (RECON TOMO). Reconstruct it first");
        }
        if (!isStackedBySlices(header)) {
            throw header.problem("neither its type (" + String.join("\\", type) + ") nor its frames say that it is a "
                    + "reconstructed tomogram (RECON TOMO). Reconstruct it first");
        }
        requireEmission(header, type);
        remarks.add("The type of the image does not say so, but its frames are the slices of a tomogram.");
    }

    private static boolean isStackedBySlices(Header header) throws GlomeraException {
        double[] pointer = header.numbers(Tag.FRAME_INCREMENT_POINTER);
        return pointer.length > 0 && (int) (long) pointer[pointer.length - 1] == Tag.SLICE_VECTOR.number();
    }

    private static void requireEmission(Header header, List<String> type) throws GlomeraException {
        if (word(type, 3).equals("TRANSMISSION")) {
            throw header.problem("it is a transmission tomogram, a map of attenuation without activity. Take the "
                    + "emission tomogram");
        }
    }

    private static String word(List<String> type, int index) {
        return type.size() <= index ? "" : type.get(index).strip().replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
