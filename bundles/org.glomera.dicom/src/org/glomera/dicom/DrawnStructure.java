package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A structure of a delineation that has contours or voxels, as far as it matters for telling the kidneys.
 *
 * @param number its number in the file
 * @param name its name, as the file has it
 * @param codes what its codes say
 */
record DrawnStructure(int number, String name, KidneyCodes codes) {

    DrawnStructure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(codes);
    }

    static DrawnStructure byName(int number, String name) {
        return new DrawnStructure(number, name, KidneyCodes.NONE);
    }

    /** The length of a file, which stands for all that is not read of it, and texts. */
    static List<String> contentTexts(Path file, List<String> texts) {
        List<String> all = new ArrayList<>();
        all.add(String.valueOf(file.toFile().length()));
        all.addAll(texts);
        return all;
    }
}
