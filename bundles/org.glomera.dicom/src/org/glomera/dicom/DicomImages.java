package org.glomera.dicom;

import java.util.Objects;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;

/**
 * Reads any series that holds an image, by the class of its objects: the one place that knows which reader takes
 * what. Thread-safe.
 */
public final class DicomImages {

    private static final Set<String> CT = Set.of(Uids.CT_IMAGE);
    private static final Set<String> NM = Set.of(Uids.NM_IMAGE);

    private final CtReader ct;
    private final NmReader nm;
    private final SpectRules rules;

    /** Reads with {@code toolkit}; {@code rules} say how emission images become Bq/ml. */
    public DicomImages(DicomToolkit toolkit, SpectRules rules) {
        this.ct = new CtReader(toolkit);
        this.nm = new NmReader(toolkit);
        this.rules = Objects.requireNonNull(rules);
    }

    /** Whether the objects of a series are images of a class that is read; whether they make a volume, reading says. */
    public boolean isImage(DicomSeries series) {
        return CT.contains(series.sopClassUid()) || NM.contains(series.sopClassUid());
    }

    /**
     * Reads a series.
     *
     * @throws GlomeraException when it is of a class that is not read, or as the reader of its class says
     */
    public ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        if (CT.contains(series.sopClassUid())) {
            return ct.read(series, monitor);
        }
        if (NM.contains(series.sopClassUid())) {
            return nm.read(series, rules, monitor);
        }
        throw notRead(series);
    }

    /**
     * What {@link #read} will give, by the headers of the files.
     *
     * @throws GlomeraException as {@link #read} would, as far as headers tell
     */
    public ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        if (CT.contains(series.sopClassUid())) {
            return ct.look(series, monitor);
        }
        if (NM.contains(series.sopClassUid())) {
            return nm.look(series, rules, monitor);
        }
        throw notRead(series);
    }

    private static GlomeraException notRead(DicomSeries series) {
        return new GlomeraException(Kind.INPUT, series.files().get(0) + " cannot be used: it holds objects of the "
                + "class " + series.sopClassUid() + ", which are not read as images.");
    }
}
