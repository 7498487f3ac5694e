package org.glomera.dicom.pixelmed;

import java.util.Set;

import com.pixelmed.dicom.TransferSyntax;

/**
 * How a data set is encoded (PS3.5 section 10 and annex A).
 *
 * @param transferSyntaxUid the transfer syntax that the file names, or that was found out
 * @param explicit whether elements say their value representation
 * @param bigEndian whether words begin with their high byte
 */
record Encoding(String transferSyntaxUid, boolean explicit, boolean bigEndian) {

    /** Syntaxes whose pixel data are plain words, those of this toolkit's own decoders not among them. */
    private static final Set<String> PLAIN = Set.of(TransferSyntax.ImplicitVRLittleEndian,
            TransferSyntax.ExplicitVRLittleEndian, TransferSyntax.ExplicitVRBigEndian,
            TransferSyntax.DeflatedExplicitVRLittleEndian);

    /** The encoding that a transfer syntax asks for; explicit little endian for all that are encapsulated. */
    static Encoding of(String transferSyntaxUid) {
        return new Encoding(transferSyntaxUid, !transferSyntaxUid.equals(TransferSyntax.ImplicitVRLittleEndian),
                transferSyntaxUid.equals(TransferSyntax.ExplicitVRBigEndian));
    }

    /** The plain encoding of a file that names no transfer syntax. */
    static Encoding plain(boolean explicit, boolean bigEndian) {
        return new Encoding(bigEndian ? TransferSyntax.ExplicitVRBigEndian
                : explicit ? TransferSyntax.ExplicitVRLittleEndian : TransferSyntax.ImplicitVRLittleEndian, explicit,
                bigEndian);
    }

    /** The same syntax with or without representations, for files that do not keep to theirs. */
    Encoding withExplicit(boolean now) {
        return new Encoding(transferSyntaxUid, now, bigEndian);
    }

    /** Items of unknown representation are implicit little endian (PS3.5 section 6.2.2, note 4). */
    Encoding ofUnknown() {
        return new Encoding(transferSyntaxUid, false, false);
    }

    boolean deflated() {
        return transferSyntaxUid.equals(TransferSyntax.DeflatedExplicitVRLittleEndian);
    }

    /** Whether pixel data are plain words. */
    boolean isPlain() {
        return PLAIN.contains(transferSyntaxUid);
    }

    /** The syntax with its name, as far as it has one. */
    String description() {
        String name = transferSyntaxUid.matches("[0-9.]{1,64}") ? new TransferSyntax(transferSyntaxUid).getDescription()
                : "";
        return transferSyntaxUid.replaceAll("[^0-9.]", "?") + " (" + (name.isBlank() || name.equals("Unrecognized") ? "unknown name" : name) + ")";
    }
}
