package org.glomera.dicom;

import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.dicom.toolkit.DicomToolkit;

/**
 * Reads any series that holds an image, by the class of its objects: the one place that knows which reader takes
 * what. CT becomes Hounsfield units, NM and PET become Bq/ml or counts; MR becomes volumes of a quantity that is not
 * known, where their geometry is sound. Thread-safe.
 */
public final class DicomImages {

    private final DicomToolkit toolkit;
    private final CtReader ct;
    private final NmReader nm;
    private final PtReader pt;
    private final SpectRules rules;

    /** Reads with {@code toolkit}; {@code rules} say how emission images become Bq/ml. */
    public DicomImages(DicomToolkit toolkit, SpectRules rules) {
        this.toolkit = toolkit;
        this.ct = new CtReader(toolkit);
        this.nm = new NmReader(toolkit);
        this.pt = new PtReader(toolkit);
        this.rules = Objects.requireNonNull(rules);
    }

    /** Whether the objects of a series are images of a class that is read; whether they make a volume, reading says. */
    public boolean isImage(DicomSeries series) {
        return kind(series) != Kinds.OTHER;
    }

    /**
     * Reads a series.
     *
     * @throws GlomeraException when it is of a class that is not read, or as the reader of its class says
     */
    public ReadImage read(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        return switch (kind(series)) {
            case CT -> ct.read(series, monitor);
            case NM -> nm.read(series, rules, monitor);
            case PET -> pt.read(series, rules, monitor);
            case PET_FRAMES -> FramesReader.ofPet(toolkit, rules).read(series, monitor);
            case SLICES -> new SliceReader(toolkit, new PlainMeaning()).read(series, monitor);
            case FRAMES -> new FramesReader(toolkit, Quantity.UNKNOWN).read(series, monitor);
            case OTHER -> throw notRead(series);
        };
    }

    /**
     * What {@link #read} will give, by the headers of the files.
     *
     * @throws GlomeraException as {@link #read} would, as far as headers tell
     */
    public ImageOutline look(DicomSeries series, IProgressMonitor monitor) throws GlomeraException {
        return switch (kind(series)) {
            case CT -> ct.look(series, monitor);
            case NM -> nm.look(series, rules, monitor);
            case PET -> pt.look(series, rules, monitor);
            case PET_FRAMES -> FramesReader.ofPet(toolkit, rules).look(series, monitor);
            case SLICES -> new SliceReader(toolkit, new PlainMeaning()).look(series, monitor);
            case FRAMES -> new FramesReader(toolkit, Quantity.UNKNOWN).look(series, monitor);
            case OTHER -> throw notRead(series);
        };
    }

    /** Which reader takes a series. */
    private enum Kinds {
        CT, NM, PET, PET_FRAMES, SLICES, FRAMES, OTHER
    }

    private static Kinds kind(DicomSeries series) {
        String uid = series.sopClassUid();
        if (uid.equals(Uids.CT_IMAGE) || Uids.ENHANCED_CT.contains(uid)) {
            return Kinds.CT;
        }
        if (uid.equals(Uids.NM_IMAGE)) {
            return Kinds.NM;
        }
        if (uid.equals(Uids.PET_IMAGE)) {
            return Kinds.PET;
        }
        if (Uids.ENHANCED_PET.contains(uid)) {
            return Kinds.PET_FRAMES;
        }
        if (Uids.ENHANCED_MR.contains(uid)) {
            return Kinds.FRAMES;
        }
        return uid.equals(Uids.MR_IMAGE) ? Kinds.SLICES : Kinds.OTHER;
    }

    private static GlomeraException notRead(DicomSeries series) {
        return new GlomeraException(Kind.INPUT, series.files().get(0) + " cannot be used: it holds objects of the "
                + "class " + series.sopClassUid() + ", which are not read as images.");
    }
}
