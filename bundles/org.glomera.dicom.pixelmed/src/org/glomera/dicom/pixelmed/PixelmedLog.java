package org.glomera.dicom.pixelmed;

/**
 * PixelMed logs to the error stream what it finds odd in a file, values of a patient included. Its loggers read system
 * properties when their class is loaded, so they are set before the first touch. Errors are its quietest level; they
 * name tags, not values.
 */
final class PixelmedLog {

    private static final String PREFIX = "org.slf4j.simpleLogger.log.com.pixelmed.dicom.";
    private static final String[] CLASSES = {"Attribute", "AttributeFactory", "AttributeList", "BinaryInputStream",
            "ClinicalTrialsAttributes", "DicomDictionary", "DicomInputStream", "DicomOutputStream",
            "FileMetaInformation", "OtherWordAttribute", "SequenceAttribute", "SpecificCharacterSet",
            "StringAttribute", "DecimalStringAttribute", "IntegerStringAttribute", "TransferSyntax",
            "UnknownAttribute"};

    private PixelmedLog() {
    }

    /** Sets PixelMed's own loggers to errors only, unless someone has set their level. */
    static void onlyErrors() {
        for (String name : CLASSES) {
            String key = PREFIX + name;
            if (System.getProperty(key) == null) {
                System.setProperty(key, "error");
            }
        }
    }
}
