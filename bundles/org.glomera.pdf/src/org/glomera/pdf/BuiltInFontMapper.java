package org.glomera.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Stands for every font that a document names without embedding it. The PDF library's own mapper reads all fonts of the
 * system and keeps a file about them in the user's home; documents made here embed theirs, so one font is enough. It is
 * read once, and never closed.
 */
final class BuiltInFontMapper implements FontMapper {

    private TrueTypeFont font;

    @Override
    public synchronized FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), false);
    }

    @Override
    public synchronized FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), false);
    }

    @Override
    public synchronized CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font(), false);
    }

    private TrueTypeFont font() {
        if (font == null) {
            try {
                font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(Fonts.builtIn()));
            } catch (IOException e) {
                throw new UncheckedIOException("The PDF library's own font cannot be read.", e);
            }
        }
        return font;
    }
}
