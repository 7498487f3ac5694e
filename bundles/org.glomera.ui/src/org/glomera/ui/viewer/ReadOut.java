package org.glomera.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.render.slice.Probe;

/** Says what is at a place in the patient, in one line. */
final class ReadOut {

    private static final String GAP = "      ";

    private ReadOut() {
    }

    /** Position in millimetres (DICOM LPS), the values of the voxels there, and which delineations hold it. */
    static String of(ViewerModel model, Vector3 pointMm) {
        ViewedCase images = model.images();
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "x %.1f   y %.1f   z %.1f mm", pointMm.x(), pointMm.y(), pointMm.z()));
        images.ct().ifPresent(ct -> parts.add("CT " + value(ct, pointMm, "%.0f")));
        images.spect().ifPresent(spect -> parts.add("SPECT " + value(spect, pointMm, "%,.0f")));
        Map<Integer, List<String>> inside = new TreeMap<>();
        for (Delineation each : images.delineations()) {
            if (model.isShown(each)) {
                int label = Probe.label(each.labels().orElseThrow(), pointMm);
                if (label != 0) {
                    inside.computeIfAbsent(label, key -> new ArrayList<>()).add(each.title());
                }
            }
        }
        inside.forEach((label, titles) -> parts.add(side(label) + " in " + String.join(", ", titles)));
        return String.join(GAP, parts);
    }

    private static String value(Volume volume, Vector3 pointMm, String format) {
        OptionalDouble value = Probe.value(volume, pointMm);
        return value.isEmpty() ? "outside"
                : String.format(Locale.ROOT, format, value.getAsDouble()) + "\u00a0" + volume.quantity().unit();
    }

    private static String side(int label) {
        for (Side side : Side.values()) {
            if (side.label() == label) {
                return side.word();
            }
        }
        return "label " + label;
    }
}
