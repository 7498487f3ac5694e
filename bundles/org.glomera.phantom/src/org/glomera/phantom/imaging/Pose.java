package org.glomera.phantom.imaging;

import java.util.EnumMap;
import java.util.Map;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.phantom.anatomy.Part;

/**
 * Where a patient lies when an image is taken.
 *
 * @param bodyToPatientMm from body coordinates to patient coordinates, rigid
 * @param shiftMm how far each part lies from there, in patient coordinates; a part without an entry does not
 */
public record Pose(Affine3 bodyToPatientMm, Map<Part, Vector3> shiftMm) {

    /** Keeps its own copy. */
    public Pose {
        shiftMm = shiftMm.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(shiftMm));
    }

    /** From body coordinates of a part to patient coordinates. */
    public Affine3 bodyToPatientMm(Part part) {
        Vector3 shift = shiftMm.get(part);
        return shift == null ? bodyToPatientMm : Affine3.translation(shift).after(bodyToPatientMm);
    }
}
