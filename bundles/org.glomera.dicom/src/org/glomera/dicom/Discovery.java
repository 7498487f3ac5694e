package org.glomera.dicom;

import java.util.List;

/**
 * What a folder holds.
 *
 * @param series the series, ordered by their first file; the parts of one together
 * @param leftOut the files that belong to none of them, ordered by path, each with the reason
 */
public record Discovery(List<DicomSeries> series, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public Discovery {
        series = List.copyOf(series);
        leftOut = List.copyOf(leftOut);
    }

    /** The series of one modality. */
    public List<DicomSeries> ofModality(String modality) {
        return series.stream().filter(one -> one.modality().equals(modality)).toList();
    }
}
