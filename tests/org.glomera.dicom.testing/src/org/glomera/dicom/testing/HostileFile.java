package org.glomera.dicom.testing;

/**
 * A file that should not be.
 *
 * @param name what is wrong with it
 * @param bytes its content
 * @param refused whether it must be refused; otherwise a data set without what is wrong is as good
 */
public record HostileFile(String name, byte[] bytes, boolean refused) {

    /** The name, as tests show it. */
    @Override
    public String toString() {
        return name;
    }
}
