package org.glomera.dicom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.Side;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * What the codes of a segment or structure say about kidneys.
 *
 * @param kidney whether it is a kidney, or both
 * @param side which one; empty when the codes do not say
 */
public record KidneyCodes(boolean kidney, Optional<Side> side) {

    /** No codes, or codes of something else. */
    public static final KidneyCodes NONE = new KidneyCodes(false, Optional.empty());

    /** SNOMED CT and its predecessors (SRT, 99SDM, SNM3), and the Foundational Model of Anatomy. */
    private static final Set<String> KIDNEY = Set.of("SCT 64033007", "SCT 17373004", "SRT T-71000",
            "FMA 7203", "UMLS C0022646");
    private static final Set<String> RIGHT_KIDNEY = Set.of("SCT 9846003", "FMA 7204", "UMLS C0227613");
    private static final Set<String> LEFT_KIDNEY = Set.of("SCT 18639004", "FMA 7205", "UMLS C0227614");
    private static final Set<String> RIGHT = Set.of("SCT 24028007", "SRT G-A100");
    private static final Set<String> LEFT = Set.of("SCT 7771000", "SRT G-A101");
    /** Types that say nothing beyond the region: organ, anatomical structure (three codes of it), tissue. */
    private static final Set<String> WHOLE = Set.of("SCT 113343008", "SRT T-D0060", "SCT 123037004", "SRT T-D000A",
            "SCT 91723000", "SRT T-D0005", "SCT 85756007", "SRT T-D0050");

    /** Refuses a side of what is no kidney. */
    public KidneyCodes {
        Objects.requireNonNull(side);
        if (side.isPresent() && !kidney) {
            throw new IllegalArgumentException("Only a kidney has a side.");
        }
    }

    /**
     * What a segment's item says (PS3.3 C.8.20.4): its property type is a kidney, or it is an organ and its anatomic
     * region is a kidney. A lesion in a kidney is no kidney. The side is in the code itself, in a modifier of the type
     * or in one of the region.
     */
    static KidneyCodes of(DataSet segment) {
        for (DataSet type : segment.items(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE)) {
            Optional<KidneyCodes> byType = of(type, segment, Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE);
            if (byType.isPresent()) {
                return byType.get();
            }
            if (WHOLE.contains(code(type))) {
                for (DataSet region : segment.items(Tag.ANATOMIC_REGION_SEQUENCE)) {
                    Optional<KidneyCodes> byRegion = of(region, segment,
                            Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE);
                    if (byRegion.isPresent()) {
                        return byRegion.get();
                    }
                }
            }
        }
        return NONE;
    }

    private static Optional<KidneyCodes> of(DataSet item, DataSet segment, Tag segmentModifier) {
        String code = code(item);
        if (RIGHT_KIDNEY.contains(code)) {
            return Optional.of(new KidneyCodes(true, Optional.of(Side.RIGHT)));
        }
        if (LEFT_KIDNEY.contains(code)) {
            return Optional.of(new KidneyCodes(true, Optional.of(Side.LEFT)));
        }
        if (!KIDNEY.contains(code)) {
            return Optional.empty();
        }
        Optional<Side> side = side(item.items(segmentModifier))
                .or(() -> side(item.items(Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE)))
                .or(() -> side(segment.items(segmentModifier)));
        for (DataSet region : segment.items(Tag.ANATOMIC_REGION_SEQUENCE)) {
            side = side.or(() -> side(region.items(Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE)))
                    .or(() -> RIGHT_KIDNEY.contains(code(region)) ? Optional.of(Side.RIGHT)
                            : LEFT_KIDNEY.contains(code(region)) ? Optional.of(Side.LEFT) : Optional.empty());
        }
        return Optional.of(new KidneyCodes(true, side));
    }

    /** The side of modifiers; none when they name both. */
    private static Optional<Side> side(List<DataSet> modifiers) {
        boolean right = modifiers.stream().anyMatch(each -> RIGHT.contains(code(each)));
        boolean left = modifiers.stream().anyMatch(each -> LEFT.contains(code(each)));
        if (right == left) {
            return Optional.empty();
        }
        return Optional.of(right ? Side.RIGHT : Side.LEFT);
    }

    private static String code(DataSet item) {
        String scheme = item.text(Tag.CODING_SCHEME_DESIGNATOR).orElse("");
        boolean srt = Set.of("SRT", "99SDM", "SNM3").contains(scheme);
        return (srt ? "SRT" : scheme) + " " + item.text(Tag.CODE_VALUE).orElse("");
    }
}
