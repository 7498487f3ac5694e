package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;

/**
 * Which structures of a file are kidneys.
 *
 * @param sided the structure of each side that name or codes tell
 * @param sideless structures that are kidneys by name or codes, without a side, in the file's order
 * @param how how each side was told
 */
record KidneyChoice(Map<Side, DrawnStructure> sided, List<DrawnStructure> sideless, Map<Side, How> how) {

    /** How a side was told. */
    enum How {
        BY_NAME("by its name"), BY_CODES("by its codes"), BY_PLACE("by its place in the patient");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    /**
     * Tells by names, then by codes.
     *
     * @param all the names of all structures, for messages
     * @param drawn the structures that have contours or voxels
     * @throws GlomeraException when none is a kidney, when several have one kidney's name or codes, or when name and
     *         codes of one contradict each other
     */
    static KidneyChoice of(Path file, List<String> all, List<DrawnStructure> drawn, KidneyStructures names)
            throws GlomeraException {
        KidneyNames matcher = new KidneyNames(names);
        Map<Side, DrawnStructure> sided = new EnumMap<>(Side.class);
        Map<Side, How> how = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Optional<DrawnStructure> named = matcher.find(file, drawn, side);
            if (named.isPresent()) {
                requireNoContradiction(file, named.get(), side);
                sided.put(side, named.get());
                how.put(side, How.BY_NAME);
            }
        }
        for (Side side : Side.values()) {
            if (!sided.containsKey(side)) {
                coded(file, drawn, side).ifPresent(found -> {
                    sided.put(side, found);
                    how.put(side, How.BY_CODES);
                });
            }
        }
        List<DrawnStructure> sideless = sideless(drawn, sided, matcher);
        if (sided.isEmpty() && sideless.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, file + " has no delineation of a kidney. Its structures are " + all
                    + ". Draw the kidneys, or add their names to the name patterns.");
        }
        return new KidneyChoice(sided, sideless, how);
    }

    private static List<DrawnStructure> sideless(List<DrawnStructure> drawn, Map<Side, DrawnStructure> sided,
            KidneyNames matcher) throws GlomeraException {
        List<DrawnStructure> sideless = new ArrayList<>();
        if (sided.size() < Side.values().length) {
            for (DrawnStructure structure : drawn) {
                boolean kidney = structure.codes().kidney() && structure.codes().side().isEmpty();
                if (!sided.containsValue(structure) && (kidney || matcher.isSideless(structure.name()))) {
                    sideless.add(structure);
                }
            }
        }
        return sideless;
    }

    private static void requireNoContradiction(Path file, DrawnStructure structure, Side byName)
            throws GlomeraException {
        Optional<Side> byCodes = structure.codes().side();
        if (byCodes.isPresent() && byCodes.get() != byName) {
            throw new GlomeraException(Kind.INPUT, "In " + file + " the structure '" + structure.name()
                    + "' is the " + byName.word() + " kidney by its name and the " + byCodes.get().word()
                    + " one by its codes. Correct one of them.");
        }
    }

    private static Optional<DrawnStructure> coded(Path file, List<DrawnStructure> drawn, Side side)
            throws GlomeraException {
        List<DrawnStructure> found = drawn.stream().filter(one -> one.codes().kidney()
                && one.codes().side().filter(side::equals).isPresent()).toList();
        if (found.size() > 1) {
            throw several(file, found, "codes that mean", side);
        }
        return found.stream().findFirst();
    }

    /** The failure that says that several structures are one kidney. */
    static GlomeraException several(Path file, List<DrawnStructure> found, String what, Side side) {
        return new GlomeraException(Kind.INPUT, "In " + file + " " + found.size() + " structures have " + what + " the "
                + side.word() + " kidney: " + found.stream().map(DrawnStructure::name).toList() + ". Rename all but "
                + "one, or change the name patterns so that one of them comes first.");
    }

    /** Which structure became which kidney and how that was told. */
    static String sentence(Map<Side, DrawnStructure> taken, Map<Side, How> how) {
        StringJoiner parts = new StringJoiner(", ", "Taken as ", ".");
        taken.forEach((side, structure) -> parts.add(side.word() + " kidney: '" + structure.name() + "' ("
                + how.get(side).words + ")"));
        return parts.toString();
    }
}
