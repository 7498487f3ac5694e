package org.glomera.dicom.codecs;

/** What is wrong with compressed pixel data, as the end of a sentence that begins with the file's name and a colon. */
public final class CodecException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public CodecException(String what) {
        super(what);
    }

    /** Says what is wrong and what it came from. */
    public CodecException(String what, Throwable cause) {
        super(what, cause);
    }
}
