package org.glomera.pipeline.viewing;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.render.slice.Plane;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.StudyFolder;

/**
 * The test case of a training's preview: its best coronal and axial slice, {@link KidneySlice}, with the images that the
 * network sees. An image that cannot be read is left out and said.
 *
 * @param slices the slices, coronal first
 * @param problems what could not be read, a sentence each
 */
public record PreviewCase(List<KidneySlice> slices, List<String> problems) {

    private static final System.Logger LOG = System.getLogger(PreviewCase.class.getName());

    /** Copies the lists. */
    public PreviewCase {
        slices = List.copyOf(slices);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a case.
     *
     * @param grid the grid of the network's segmentations: with the SPECT's the SPECT is shown over the CT
     * @throws GlomeraException when the case or its manual delineation cannot be read, or that holds no voxel
     */
    public static PreviewCase read(StudyFolder study, String caseId, ImageGrid grid, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 10);
        CaseInfo info = study.requireCase(caseId);
        CaseFile manualFile = grid == ImageGrid.SPECT ? CaseFile.KIDNEYS_SPECT : CaseFile.KIDNEYS_CT;
        LabelMap manual = NiftiFiles.readLabelMap(study.caseFile(caseId, manualFile), progress.split(2));
        List<String> problems = new ArrayList<>();
        List<Volume> volumes = new ArrayList<>();
        add(study, info, CaseFile.CT, Quantity.HOUNSFIELD, volumes, problems, progress.split(4));
        if (grid == ImageGrid.SPECT) {
            add(study, info, CaseFile.SPECT, Quantity.ACTIVITY_CONCENTRATION, volumes, problems, progress.split(2));
        }
        List<KidneySlice> slices = new ArrayList<>();
        for (Plane plane : List.of(Plane.CORONAL, Plane.AXIAL)) {
            progress.checkCanceled();
            slices.add(KidneySlice.of(plane, volumes, manual).orElseThrow(() -> new GlomeraException(Kind.INPUT,
                    "The manual delineation of " + caseId + " (" + manualFile.fileName() + ") holds no voxel, so there"
                            + " is no slice to show.")));
        }
        return new PreviewCase(slices, problems);
    }

    private static void add(StudyFolder study, CaseInfo info, CaseFile file, Quantity quantity, List<Volume> volumes,
            List<String> problems, IProgressMonitor monitor) throws GlomeraException {
        if (!info.has(file)) {
            problems.add("The case has no " + file.fileName() + ".");
            return;
        }
        try {
            volumes.add(NiftiFiles.readVolume(study.caseFile(info.id(), file), quantity, monitor));
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "An image of a preview could not be read.", e);
            problems.add(e.getMessage());
        }
    }
}
