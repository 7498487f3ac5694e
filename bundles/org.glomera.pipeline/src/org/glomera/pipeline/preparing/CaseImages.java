package org.glomera.pipeline.preparing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.Channel;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;

/** Reads the images of a case that a network needs. */
public final class CaseImages {

    private CaseImages() {
    }

    /** The files that a network needs of a case: its channels and the delineation on the reference image. */
    public static List<CaseFile> needed(List<Channel> channels) {
        List<CaseFile> files = new ArrayList<>();
        channels.forEach(channel -> files.add(channel == Channel.SPECT ? CaseFile.SPECT : CaseFile.CT));
        files.add(channels.contains(Channel.SPECT) ? CaseFile.KIDNEYS_SPECT : CaseFile.KIDNEYS_CT);
        return files;
    }

    /** The volumes of the channels. */
    public static Map<Channel, Volume> channels(StudyFolder study, CaseInfo info, List<Channel> channels)
            throws GlomeraException {
        Map<Channel, Volume> images = InputBuilder.images();
        for (Channel channel : channels) {
            images.put(channel, channel == Channel.SPECT ? spect(study, info) : ct(study, info));
        }
        return images;
    }

    /** The CT in HU. */
    public static Volume ct(StudyFolder study, CaseInfo info) throws GlomeraException {
        return NiftiFiles.readVolume(file(study, info, CaseFile.CT), Quantity.HOUNSFIELD);
    }

    /** The SPECT in Bq/ml. */
    public static Volume spect(StudyFolder study, CaseInfo info) throws GlomeraException {
        return NiftiFiles.readVolume(file(study, info, CaseFile.SPECT), Quantity.ACTIVITY_CONCENTRATION);
    }

    /** A delineation. */
    public static LabelMap kidneys(StudyFolder study, CaseInfo info, CaseFile which) throws GlomeraException {
        return NiftiFiles.readLabelMap(file(study, info, which));
    }

    private static Path file(StudyFolder study, CaseInfo info, CaseFile which) throws GlomeraException {
        Path file = study.caseFile(info.id(), which);
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " is missing, though the case's description"
                    + " names it. Restore it, or import the cohort again.");
        }
        return file;
    }
}
