package org.glomera.pipeline.viewing;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.registering.Placements;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;

/**
 * Reads the images of a case, its manual delineations and the segmentations of the study's runs. What cannot be read is
 * said in its place, and the rest is read all the same. Stateless.
 */
public final class ViewedCaseReader {

    private static final System.Logger LOG = System.getLogger(ViewedCaseReader.class.getName());

    /** Colour of the delineation that people drew on the CT; the comparison draws manual in black, unseen on CT. */
    public static final int MANUAL_CT = Palette.YELLOW;
    /** Colour of the delineation that people drew on the SPECT. */
    public static final int MANUAL_SPECT = 0xffffff;

    private ViewedCaseReader() {
    }

    /**
     * Reads a case. Cancelling is asked for between files.
     *
     * @param root the study's folder
     * @param caseId identifier of the case
     * @param experiment the experiment whose order of runs gives the colours; empty: the first that has the case
     * @throws GlomeraException when the study or the case itself cannot be read
     */
    public static ViewedCase read(Path root, String caseId, String experiment, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 10);
        StudyFolder study = StudyFolder.open(root);
        CaseInfo info = study.requireCase(caseId);
        List<String> problems = new ArrayList<>();
        try {
            Placements.settleIfFree(study, caseId);
        } catch (GlomeraException e) {
            LOG.log(Level.WARNING, "An interrupted registration could not be ended.", e);
            problems.add(e.getMessage());
        }
        List<Volume> volumes = new ArrayList<>();
        addVolume(study, info, CaseFile.CT, Quantity.HOUNSFIELD, volumes, problems, progress.split(4));
        addVolume(study, info, CaseFile.SPECT, Quantity.ACTIVITY_CONCENTRATION, volumes, problems, progress.split(2));
        List<Delineation> delineations = new ArrayList<>();
        delineations.add(manual(study, info, CaseFile.KIDNEYS_CT, "Manual on CT", MANUAL_CT, progress.split(1)));
        delineations.add(manual(study, info, CaseFile.KIDNEYS_SPECT, "Manual on SPECT", MANUAL_SPECT,
                progress.split(1)));
        delineations.addAll(networks(study, caseId, experiment, progress.split(2)));
        return new ViewedCase(caseId, volumes, delineations, problems);
    }

    private static void addVolume(StudyFolder study, CaseInfo info, CaseFile file, Quantity quantity,
            List<Volume> volumes, List<String> problems, IProgressMonitor monitor) throws GlomeraException {
        if (!info.has(file)) {
            problems.add("This case has no " + (file == CaseFile.CT ? "CT" : "SPECT") + " image.");
            return;
        }
        monitor.subTask(file.fileName());
        try {
            volumes.add(NiftiFiles.readVolume(study.caseFile(info.id(), file), quantity, monitor));
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "An image of a case could not be read.", e);
            problems.add(e.getMessage());
        }
    }

    private static Delineation manual(StudyFolder study, CaseInfo info, CaseFile file, String title, int rgb,
            IProgressMonitor monitor) throws GlomeraException {
        monitor.subTask(file.fileName());
        Delineation.Content content = info.has(file) ? read(study.caseFile(info.id(), file), monitor)
                : new Delineation.Missing("none", "The kidneys of this case were not delineated there.");
        return new Delineation(file.word(), title, title, rgb, content);
    }

    private static Delineation.Content read(Path file, IProgressMonitor monitor) {
        try {
            return Delineation.Drawn.of(NiftiFiles.readLabelMap(file, monitor));
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "A delineation of a case could not be read.", e);
            return new Delineation.Missing(Files.exists(file) ? "unreadable" : "file gone", e.getMessage());
        }
    }

    private static List<Delineation> networks(StudyFolder study, String caseId, String experiment,
            IProgressMonitor monitor) throws GlomeraException {
        List<String> runs = runs(study, caseId, experiment);
        SubMonitor progress = SubMonitor.convert(monitor, runs.size());
        List<Delineation> found = new ArrayList<>();
        for (String run : runs) {
            Path file = study.segmentationFile(run, caseId);
            progress.subTask(run);
            String title = title(study, run);
            int colon = title.indexOf(':');
            Delineation.Content content = Files.exists(file) ? read(file, progress.split(1))
                    : new Delineation.Missing("none", "This network has no segmentation of this case.");
            found.add(new Delineation("run/" + run, colon > 0 ? title.substring(0, colon).strip() : title, title,
                    Palette.of(found.size()), content));
        }
        for (String name : study.segmented(caseId)) {
            found.add(new Delineation("segmented/" + name, name, name + ", segmented with chosen networks",
                    Palette.of(found.size()), read(study.segmentedFile(caseId, name), monitor)));
        }
        return found;
    }

    /**
     * The colour that a run's delineation of a case has, also while it is not there yet.
     *
     * @throws GlomeraException when the study cannot be listed
     */
    public static int colour(StudyFolder study, String run, String caseId) throws GlomeraException {
        return Palette.of(Math.max(0, runs(study, caseId, "").indexOf(run)));
    }

    /** The runs in the order of the experiment, which gives them their colours, then those that it does not compare. */
    private static List<String> runs(StudyFolder study, String caseId, String experiment) throws GlomeraException {
        Set<String> runs = new LinkedHashSet<>();
        List<String> known = study.runs();
        List<String> names = experiment.isEmpty() ? study.experiments() : List.of(experiment);
        for (String name : names) {
            try {
                ExperimentInfo info = study.readExperiment(name);
                if (!experiment.isEmpty() || info.cases().contains(caseId)) {
                    runs.addAll(info.runs());
                    break;
                }
            } catch (GlomeraException e) {
                LOG.log(Level.INFO, "An experiment could not be read; colours do not follow it.", e);
            }
        }
        runs.addAll(known);
        return List.copyOf(runs);
    }

    private static String title(StudyFolder study, String run) {
        try {
            RunInfo info = study.readRun(run);
            return info.title().isBlank() ? run : info.title();
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "A run could not be read; its name stands for it.", e);
            return run;
        }
    }
}
