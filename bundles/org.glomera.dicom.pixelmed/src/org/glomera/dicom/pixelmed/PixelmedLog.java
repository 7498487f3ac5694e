package org.glomera.dicom.pixelmed;

/**
 * PixelMed logs to the error stream what it finds odd in a file, values of a patient included. Its loggers read system
 * properties when their class is loaded, so they are set before the first touch.
 */
final class PixelmedLog {

    private static final String PREFIX = "org.slf4j.simpleLogger.log.com.pixelmed.dicom.";
    private static final String[] CLASSES = {"Attribute", "AttributeFactory", "AttributeList", "BinaryInputStream",
            "ClinicalTrialsAttributes", "DicomDictionary", "DicomInputStream", "DicomOutputStream",
            "FileMetaInformation", "OtherWordAttribute", "SequenceAttribute", "SpecificCharacterSet",
            "StringAttribute", "DecimalStringAttribute", "IntegerStringAttribute", "TransferSyntax", "UnknownAttribute"};

    private PixelmedLog() {
    }

    /** Turns PixelMed's own loggers off, unless someone has set their level. */
    static void silence() {
        for (String name : CLASSES) {
            String key = PREFIX + name;
            if (System.getProperty(key) == null) {
                System.setProperty(key, "OFF");
            }
        }
    }
}
