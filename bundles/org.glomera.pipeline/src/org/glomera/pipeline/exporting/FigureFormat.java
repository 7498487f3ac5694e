package org.glomera.pipeline.exporting;

import java.nio.charset.StandardCharsets;

import org.glomera.chart.Charts;
import org.glomera.comparison.page.FigureBlock;

/** File formats of figures. */
public enum FigureFormat {
    /** Vectors, for a paper or a slide. */
    SVG("svg") {
        @Override
        public byte[] bytes(FigureBlock figure) {
            return (XML + Charts.svg(figure.chart(), figure.width(), figure.height()) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    },
    /** Pixels, {@value #PNG_SCALE} to one of the layout. */
    PNG("png") {
        @Override
        public byte[] bytes(FigureBlock figure) {
            return Charts.png(figure.chart(), figure.width(), figure.height(), PNG_SCALE);
        }
    };

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int PNG_SCALE = 3;

    private final String extension;

    FigureFormat(String extension) {
        this.extension = extension;
    }

    /** The end of a file's name, without the point. */
    public String extension() {
        return extension;
    }

    /** The content of a figure's file. */
    public abstract byte[] bytes(FigureBlock figure);
}
