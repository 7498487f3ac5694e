package org.glomera.dicom;

import java.util.List;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * Values of the frames of an enhanced PET image (PS3.3 A.56): Bq/ml by the real world value mapping of each frame (PS3.3
 * C.7.6.16.2.11), stated for the time that the rules name. For one thread.
 */
final class EnhancedPet {

    private final Header file;
    private final double decayFactor;
    private final Remarks remarks = new Remarks();

    /**
     * Takes a file.
     *
     * @throws GlomeraException when it does not say what the rules need
     */
    EnhancedPet(Header file, SpectRules rules) throws GlomeraException {
        this.file = file;
        DecayChange decay = new DecayChange(rules.decay(), List.of(file), remarks);
        this.decayFactor = decay.factor(file, OptionalDouble.empty());
        decay.tell();
        remarks.add("Stored as PET.");
    }

    /**
     * The values of a frame.
     *
     * @param mappings the items of its real world value mapping
     * @throws GlomeraException when none of them is to Bq/ml
     */
    SliceMeaning.Values values(List<DataSet> mappings, PixelWords words) throws GlomeraException {
        DataSet frame = new DataSet().putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mappings)
                .put(Tag.PIXEL_REPRESENTATION, PixelWords.isSigned(file) ? 1 : 0);
        RealWorldMapping mapping = RealWorldMapping.toBqPerMl(file.of(frame))
                .orElseThrow(() -> file.problem("a frame of it has no real world value mapping to Bq/ml (0040,9096). "
                        + "Export it in Bq/ml"));
        EmissionScale scale = EmissionScale.of(file, mapping, decayFactor);
        return new SliceMeaning.Values() {
            @Override
            public void into(float[] target, int offset, int from, int count) throws GlomeraException {
                scale.into(target, offset, words, from, count);
            }

            @Override
            public List<String> remarks() {
                return remarks.list();
            }
        };
    }
}
