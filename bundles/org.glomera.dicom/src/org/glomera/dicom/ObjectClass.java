package org.glomera.dicom;

import java.util.Map;
import java.util.Optional;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * The class and identifier of an object. Some programs that take out patients' data empty these elements too; then
 * the file's meta information (PS3.10 section 7.1) counts, and for the class the modality.
 */
final class ObjectClass {

    private static final Map<String, String> OF_MODALITY = Map.of("CT", Uids.CT_IMAGE, "MR", Uids.MR_IMAGE, "NM",
            Uids.NM_IMAGE, "PT", Uids.PET_IMAGE, "RTSTRUCT", Uids.RT_STRUCTURE_SET);

    private ObjectClass() {
    }

    /** The SOP class of an object; empty when nothing tells. */
    static Optional<String> of(DataSet dataSet) {
        return dataSet.text(Tag.SOP_CLASS_UID).or(() -> dataSet.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID))
                .or(() -> dataSet.text(Tag.MODALITY).map(OF_MODALITY::get));
    }

    /** The SOP instance; empty when nothing tells. */
    static Optional<String> instance(DataSet dataSet) {
        return dataSet.text(Tag.SOP_INSTANCE_UID).or(() -> dataSet.text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID));
    }
}
