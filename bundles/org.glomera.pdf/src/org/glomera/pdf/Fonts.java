package org.glomera.pdf;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.pdmodel.font.PDFont;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/**
 * The fonts of a document: DejaVu where the system has it (the program's system packages bring it), Liberation Sans out
 * of the PDF library elsewhere. Both have mathematical signs; they are embedded with the glyphs that are used.
 */
final class Fonts {

    static final String TEXT = "Glomera Text";
    static final String CODE = "Glomera Code";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final String BUILT_IN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Fonts() {
    }

    /** Gives the fonts to a builder. */
    static void addTo(PdfRendererBuilder builder) {
        Map<String, File> files = systemFonts();
        add(builder, files, List.of("DejaVuSans.ttf", "LiberationSans-Regular.ttf"), TEXT, REGULAR);
        add(builder, files, List.of("DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"), TEXT, BOLD);
        add(builder, files, List.of("DejaVuSansMono.ttf", "LiberationMono-Regular.ttf"), CODE, REGULAR);
    }

    private static Map<String, File> systemFonts() {
        Map<String, File> files = new HashMap<>();
        for (URI uri : new FontFileFinder().find()) {
            File file = new File(uri);
            files.putIfAbsent(file.getName(), file);
        }
        return files;
    }

    private static void add(PdfRendererBuilder builder, Map<String, File> files, List<String> names, String family,
            int weight) {
        Optional<File> found = names.stream().filter(files::containsKey).map(files::get).filter(File::canRead)
                .findFirst();
        builder.useFont(() -> found.map(Fonts::open).orElseGet(Fonts::builtIn), family, weight, FontStyle.NORMAL,
                true);
    }

    private static InputStream open(File file) {
        try {
            return new FileInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file.getName() + " cannot be read.", e);
        }
    }

    static InputStream builtIn() {
        InputStream font = PDFont.class.getResourceAsStream(BUILT_IN);
        if (font == null) {
            throw new IllegalStateException("The PDF library has lost its font " + BUILT_IN + ".");
        }
        return font;
    }
}
