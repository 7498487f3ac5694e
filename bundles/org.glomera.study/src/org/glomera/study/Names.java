package org.glomera.study;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * Names of cases, runs, experiments and prepared features. A name is the name of a folder, so it is made of 1 to 64
 * ASCII letters, digits, {@code -}, {@code _} and {@code .} and begins with a letter or digit and does not end with a
 * dot: it never leads out of its folder and works on every file system.
 */
public final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?");
    private static final Pattern CHUNK = Pattern.compile("[0-9]+|[^0-9]+");
    private static final int LONGEST_SHOWN = 80;

    /** Orders names as people do: {@code case2} before {@code case10}. Names that differ are never equal in it. */
    public static final Comparator<String> NATURAL_ORDER = Names::compareNaturally;

    private Names() {
    }

    /** Whether a text is a name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Gives a name back when it is one.
     *
     * @param what what is named, for the message: {@code case}, {@code run}
     * @throws GlomeraException for anything else; the message says what a name is
     */
    public static String require(String what, String name) throws GlomeraException {
        if (!isName(name)) {
            throw new GlomeraException(Kind.CONFIGURATION, refusal(what, name));
        }
        return name;
    }

    /** As {@link #require}, for the constructors of values. */
    static String check(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(refusal(what, name));
        }
        return name;
    }

    private static String refusal(String what, String name) {
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "' cannot be the name of a " + what
                + ": use up to 64 letters, digits, '-', '_' and '.', and begin with a letter or digit.";
    }

    private static int compareNaturally(String one, String other) {
        Matcher a = CHUNK.matcher(one);
        Matcher b = CHUNK.matcher(other);
        while (true) {
            boolean moreA = a.find();
            boolean moreB = b.find();
            if (!moreA || !moreB) {
                int byLength = Boolean.compare(moreA, moreB);
                return byLength != 0 ? byLength : one.compareTo(other);
            }
            int order = compareChunks(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareChunks(String a, String b) {
        if (!Character.isDigit(a.charAt(0)) || !Character.isDigit(b.charAt(0))) {
            return a.compareTo(b);
        }
        String shortA = a.replaceFirst("^0+(?=.)", "");
        String shortB = b.replaceFirst("^0+(?=.)", "");
        return shortA.length() != shortB.length() ? Integer.compare(shortA.length(), shortB.length())
                : shortA.compareTo(shortB);
    }
}
