package org.glomera.dicom.pixelmed;

import java.util.List;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

import com.pixelmed.dicom.SpecificCharacterSet;

/** PixelMed's character sets (PS3.3 C.12.1.1.2). */
final class CharacterSets {

    private CharacterSets() {
    }

    /** The character set that a data set names; null for the default one and for names that nobody knows. */
    static SpecificCharacterSet of(DataSet dataSet) {
        List<String> names = dataSet.texts(Tag.SPECIFIC_CHARACTER_SET);
        if (names.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            return new SpecificCharacterSet(names.toArray(String[]::new));
        } catch (RuntimeException e) {
            return null;
        }
    }
}
