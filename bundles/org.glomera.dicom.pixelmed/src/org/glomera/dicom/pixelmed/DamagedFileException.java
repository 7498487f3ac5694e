package org.glomera.dicom.pixelmed;

/** What is wrong with a file, as the end of a sentence that begins with its name and a colon. */
final class DamagedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedFileException(String what) {
        super(what);
    }

    DamagedFileException(String what, Throwable cause) {
        super(what, cause);
    }
}
