package org.glomera.pipeline.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.dicom.toolkit.DicomToolkits;

/** A checkup as lines of text, for the terminal and to be sent to whoever helps. It names no folder and no file. */
public final class CheckupText {

    private static final String OK = "ok      ";
    private static final String MISSING = "missing ";
    private static final String FAULTY = "FAULTY  ";

    private CheckupText() {
    }

    /** The machine in one line. */
    public static String machine() {
        return String.format(Locale.ROOT, "Java %s on %s %s, %d processors, %,d MB for Java",
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Which DICOM toolkit is used, or why none is. */
    public static String dicom() {
        try {
            DicomToolkits.Chosen chosen = DicomToolkits.chosen();
            return "DICOM files are read and written by " + chosen.id() + " (" + chosen.name() + ").";
        } catch (GlomeraException e) {
            return e.getMessage();
        }
    }

    /**
     * The points with their contributions, an empty line before each point.
     *
     * @param all whether contributions that work and need nothing get a line each, or share one
     */
    public static List<String> lines(List<CheckedPoint> points, boolean all) {
        List<String> lines = new ArrayList<>();
        points.forEach(point -> add(point, all, lines));
        return lines;
    }

    /** The engine, an empty line before it. */
    public static List<String> lines(EngineCheckup engine) {
        List<String> lines = new ArrayList<>(List.of("", "The engine of the networks"));
        for (Finding finding : engine.findings()) {
            lines.add("  " + String.format(Locale.ROOT, "%-8s", finding.state().word()) + finding.what());
            lines.add("          " + finding.words());
        }
        return lines;
    }

    private static void add(CheckedPoint point, boolean all, List<String> lines) {
        lines.add("");
        lines.add(point.name() + " (" + point.id() + ")");
        if (point.parts().isEmpty() && point.skipped().isEmpty()) {
            lines.add("  none");
        }
        List<String> plain = point.parts().stream().filter(CheckupText::isPlain).map(InstalledPart::id).toList();
        if (!all && !plain.isEmpty()) {
            lines.add("  " + OK + String.join(", ", plain));
        }
        point.parts().stream().filter(part -> all || !isPlain(part)).forEach(part -> add(part, lines));
        point.skipped().forEach(sentence -> lines.add("  " + FAULTY + sentence));
    }

    private static boolean isPlain(InstalledPart part) {
        return part.problem().isEmpty() && part.needs().isEmpty();
    }

    private static void add(InstalledPart part, List<String> lines) {
        String what = part.id() + ": " + part.name() + " (" + part.bundle() + ")";
        if (part.problem().isPresent()) {
            lines.add("  " + FAULTY + what);
            lines.add("          " + part.problem().get());
            return;
        }
        lines.add("  " + (part.works() ? OK : MISSING) + what);
        part.needs().forEach(need -> add(need, lines));
    }

    private static void add(Need need, List<String> lines) {
        String line = need.what() + ", for " + need.purpose();
        if (need.availability() instanceof Availability.Missing missing) {
            lines.add("          " + MISSING + line);
            lines.add("                  " + missing.inWords());
        } else {
            lines.add("          " + OK + line);
        }
    }
}
