package org.glomera.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** Unique identifiers: the few that name a class or a syntax, and those that Glomera makes. */
public final class Uids {

    /** CT Image Storage. */
    public static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
    /** Enhanced CT Image Storage and Legacy Converted Enhanced CT Image Storage: many frames in one file. */
    public static final Set<String> ENHANCED_CT = Set.of("1.2.840.10008.5.1.4.1.1.2.1",
            "1.2.840.10008.5.1.4.1.1.2.2");
    /** MR Image Storage. */
    public static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
    /** Enhanced MR and PET Image Storage, plain and legacy converted: many frames in one file. */
    public static final Set<String> ENHANCED_MR = Set.of("1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.4.4");
    /** Enhanced PET Image Storage and Legacy Converted Enhanced PET Image Storage. */
    public static final Set<String> ENHANCED_PET = Set.of("1.2.840.10008.5.1.4.1.1.130",
            "1.2.840.10008.5.1.4.1.1.128.1");
    /** Nuclear Medicine Image Storage. */
    public static final String NM_IMAGE = "1.2.840.10008.5.1.4.1.1.20";
    /** Positron Emission Tomography Image Storage. */
    public static final String PET_IMAGE = "1.2.840.10008.5.1.4.1.1.128";
    /** RT Structure Set Storage. */
    public static final String RT_STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
    /** Segmentation Storage: frames of one segment each, of one bit or of a share of one. */
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    /** Label Map Segmentation Storage: frames whose values are segments' numbers. */
    public static final String LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7";
    /** Media Storage Directory Storage, the class of a DICOMDIR. */
    public static final String DIRECTORY = "1.2.840.10008.1.3.10";
    /** Detached Study Management, retired, by which an RTSTRUCT refers to a study (PS3.3 table C.8-41). */
    public static final String DETACHED_STUDY = "1.2.840.10008.3.1.2.3.1";

    private Uids() {
    }

    /**
     * A unique identifier that follows from words: the same words give the same one. It is 2.25 with the decimal value
     * of a name-based UUID (PS3.5 annex B.2).
     */
    public static String derived(String... words) {
        String name = "glomera\u0000" + String.join("\u0000", words);
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().toHexDigits(uuid.getMostSignificantBits())
                + HexFormat.of().toHexDigits(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(hex, 16);
    }
}
