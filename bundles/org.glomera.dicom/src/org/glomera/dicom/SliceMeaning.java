package org.glomera.dicom;

import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;

/** What the stored values of the slices of one kind of image mean. Called by several threads at once. */
interface SliceMeaning {

    /** What the values are. */
    Quantity quantity();

    /** The value of a voxel that no slice shows. */
    float outside();

    /**
     * The values of one slice.
     *
     * @param header the header of its file
     * @param words its pixels; without any when only the header was read, then values are not asked for
     * @throws GlomeraException when the file is of another class, or its values do not mean {@link #quantity()}
     */
    Values values(Header header, PixelWords words) throws GlomeraException;

    /** The values of one slice. */
    @FunctionalInterface
    interface Values {
        /**
         * Puts values, row by row, into an array.
         *
         * @param from the place of the first among the stored values
         * @param offset where the first is put
         * @throws GlomeraException when a stored value has no meaning
         */
        void into(float[] target, int offset, int from, int count) throws GlomeraException;

        /** What the user should know about them; the same sentence of many slices is shown once. */
        default List<String> remarks() {
            return List.of();
        }
    }
}
