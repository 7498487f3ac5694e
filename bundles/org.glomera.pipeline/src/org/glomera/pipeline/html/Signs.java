package org.glomera.pipeline.html;

import org.glomera.chart.Marker;

/** A run's symbol as a character, so that a table shows what the figures show. */
final class Signs {

    private Signs() {
    }

    /** The character that looks like a marker's symbol. */
    static String of(Marker marker) {
        return switch (marker.shape()) {
            case CIRCLE -> marker.filled() ? "●" : "○";
            case TRIANGLE_UP -> marker.filled() ? "▲" : "△";
            case SQUARE -> marker.filled() ? "■" : "□";
            case DIAMOND -> marker.filled() ? "◆" : "◇";
            case TRIANGLE_DOWN -> marker.filled() ? "▼" : "▽";
            case STAR -> marker.filled() ? "★" : "☆";
            case CROSS -> "✕";
            case PLUS -> "✚";
        };
    }
}
