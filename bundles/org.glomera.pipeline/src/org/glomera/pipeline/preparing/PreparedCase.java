package org.glomera.pipeline.preparing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.model.InputPreparation;
import org.glomera.study.Role;
import org.glomera.study.WhenAbsent;

/**
 * What became of one case, {@code prepared/NETWORK/ID.json}; written after the images, so that a case with this file is
 * whole.
 *
 * @param caseId the case
 * @param role training or test
 * @param fingerprint SHA-256 of settings and inputs: the same one means that nothing needs to be done again
 * @param exclusion why the case cannot be used, as a sentence; empty when it can
 * @param inputs SHA-256 of every file that was read, by its path in the study
 * @param fieldOfViewMm lengths of the field of view along x, y and z in millimetres; empty when excluded
 * @param spacingMm the input grid's spacings along x, y and z in millimetres; empty when excluded, and where an earlier
 *        version prepared the case
 * @param scales how each channel's values were normalised in this case, in HU for the CT and Bq/ml for the SPECT; empty
 *        like the spacings
 */
record PreparedCase(String caseId, Role role, String fingerprint, String exclusion, Map<String, String> inputs,
        List<Double> fieldOfViewMm, @WhenAbsent("[]") List<Double> spacingMm,
        @WhenAbsent("{}") Map<Channel, ValueScale> scales) {

    PreparedCase {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(role);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(exclusion);
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        fieldOfViewMm = List.copyOf(fieldOfViewMm);
        spacingMm = List.copyOf(spacingMm);
        scales = Collections.unmodifiableMap(new TreeMap<>(scales));
        if (!spacingMm.isEmpty() && spacingMm.size() != 3) {
            throw new IllegalArgumentException("'spacingMm' has " + spacingMm.size() + " numbers instead of three");
        }
    }

    /** A case that cannot be used. */
    static PreparedCase excluded(String caseId, Role role, String fingerprint, String reason) {
        return new PreparedCase(caseId, role, fingerprint, reason, Map.of(), List.of(), List.of(), Map.of());
    }

    /** Whether it says what augmentations need to know; earlier versions did not write it. */
    boolean knowsFacts(List<Channel> channels) {
        return !spacingMm.isEmpty() && scales.keySet().containsAll(channels);
    }

    /**
     * What augmentations need to know of the image.
     *
     * @param channels the network's, in their order; {@linkplain #knowsFacts known} here
     */
    ImageFacts facts(List<Channel> channels, InputPreparation preparation) {
        return new ImageFacts(preparation.nx(), preparation.ny(), preparation.nz(),
                new Vector3(spacingMm.get(0), spacingMm.get(1), spacingMm.get(2)),
                channels.stream().map(channel -> new ChannelFacts(channel, scales.get(channel),
                        InputBuilder.outside(channel, preparation))).toList(), false);
    }

    boolean usable() {
        return exclusion.isEmpty();
    }
}
