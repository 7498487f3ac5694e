package org.glomera.dicom;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;

/**
 * Tells by name which structures of a structure set are the right and the left kidney.
 *
 * @param right names of the right kidney: a name is matched when the whole of it, without regard to case, matches one
 *        of the patterns. The first pattern that matches any structure wins
 * @param left names of the left kidney, in the same way
 */
public record KidneyStructures(List<Pattern> right, List<Pattern> left) {

    /** The names that hospitals commonly use, in English, German and Swedish. */
    public static final KidneyStructures COMMON_NAMES = ofExpressions(List.of(
            "kidney[ _-]*(r|rt|right)", "(r|rt|right)[ _-]*kidney", "(rechte|re)[ _-]*niere",
            "niere[ _-]*(r|re|rechts)", "h(ö|o)ger[ _-]*njure"),
            List.of("kidney[ _-]*(l|lt|left)", "(l|lt|left)[ _-]*kidney", "(linke|li)[ _-]*niere",
                    "niere[ _-]*(l|li|links)", "v(ä|a)nster[ _-]*njure"));

    /** Copies the lists. */
    public KidneyStructures {
        right = List.copyOf(right);
        left = List.copyOf(left);
    }

    /** Makes patterns from regular expressions. */
    public static KidneyStructures ofExpressions(List<String> right, List<String> left) {
        return new KidneyStructures(compile(right), compile(left));
    }

    /** The structure of one kidney; empty when no name matches. */
    public Optional<Structure> find(StructureSet set, Side side) throws GlomeraException {
        for (Pattern pattern : side == Side.RIGHT ? right : left) {
            List<Structure> matching = set.structures().stream()
                    .filter(structure -> pattern.matcher(structure.name().strip()).matches()).toList();
            if (matching.size() > 1) {
                throw new GlomeraException(Kind.INPUT, "In " + set.file() + " " + matching.size()
                        + " structures have a name that means the " + side.word() + " kidney: "
                        + matching.stream().map(Structure::name).toList() + ". Rename all but one.");
            }
            if (!matching.isEmpty()) {
                return Optional.of(matching.get(0));
            }
        }
        return Optional.empty();
    }

    /**
     * Both kidneys.
     *
     * @return the structure of each side
     * @throws GlomeraException when one is not there; the message names the file and the structures that are
     */
    public Map<Side, Structure> require(StructureSet set) throws GlomeraException {
        return Map.of(Side.RIGHT, require(set, Side.RIGHT), Side.LEFT, require(set, Side.LEFT));
    }

    private Structure require(StructureSet set, Side side) throws GlomeraException {
        Optional<Structure> found = find(set, side).filter(structure -> !structure.contours().isEmpty());
        if (found.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, set.file() + " has no delineation of the " + side.word()
                    + " kidney. Its structures are " + set.structures().stream().map(Structure::name).toList()
                    + ". Draw it, or add its name to the name patterns.");
        }
        return found.get();
    }

    private static List<Pattern> compile(List<String> expressions) {
        return expressions.stream().map(Objects::requireNonNull)
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();
    }
}
