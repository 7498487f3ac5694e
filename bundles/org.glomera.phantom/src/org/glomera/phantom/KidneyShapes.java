package org.glomera.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.phantom.shapes.LabelMapKidneys;
import org.glomera.phantom.shapes.ShapePair;
import org.glomera.phantom.shapes.UnusableLabelMapException;

/**
 * Kidney shapes from a folder of label maps in NIfTI, as the data set of the KiTS challenges lays them out
 * ({@code case_00000/segmentation.nii.gz}): labels 1 kidney, 2 tumour, 3 cyst. Where a folder holds files named
 * {@code segmentation.nii.gz}, only these are read, otherwise every NIfTI file under it. Which way the axes of a file
 * run is taken from its header; in files of KiTS the first axis runs down the body, the second to the back, the third
 * to the patient's left. Anatomy agrees: read so, the upper pole lies nearer to the spine in 42 of 48 kidneys of 24
 * such files and further back in 46; right and left cannot be told from shape alone, and there the header is believed
 * (the left kidney is then the higher one in 15 of 24, in patients of whom many have a large tumour).
 * <p>
 * Immutable, safe for use by several threads.
 */
public final class KidneyShapes {

    private static final String KITS_NAME = "segmentation.nii.gz";
    private static final int MOST_FILES = 5000;
    private static final int DEEPEST = 6;
    /** The share of shapes that only test patients get. */
    private static final double TEST_SHARE = 0.35;

    private final List<ShapePair> pairs;
    private final List<String> leftOut;

    private KidneyShapes(List<ShapePair> pairs, List<String> leftOut) {
        this.pairs = List.copyOf(pairs);
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads the label maps of a folder; one that cannot be used is left out, with a sentence on why.
     *
     * @throws GlomeraException when the folder is not there or none of its files can be used
     */
    public static KidneyShapes read(Path folder, IProgressMonitor monitor) throws GlomeraException {
        List<Path> files = files(folder);
        SubMonitor progress = SubMonitor.convert(monitor, "Reading kidney shapes", files.size());
        List<ShapePair> pairs = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Path file : files) {
            progress.checkCanceled();
            String name = folder.relativize(file).toString().replace('\\', '/');
            progress.subTask(name);
            try {
                pairs.add(LabelMapKidneys.extract(NiftiFiles.readLabelMap(file), name));
            } catch (UnusableLabelMapException e) {
                leftOut.add("The label map " + name + " was left out: " + e.getMessage() + ".");
            } catch (GlomeraException e) {
                leftOut.add("The label map " + name + " was left out: " + e.getMessage());
            }
            progress.worked(1);
        }
        if (pairs.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The folder " + folder + " holds no label map with two kidneys. "
                    + (leftOut.isEmpty() ? "Name a folder with NIfTI files (.nii or .nii.gz)." : leftOut.get(0)));
        }
        return new KidneyShapes(pairs, leftOut);
    }

    private static List<Path> files(Path folder) throws GlomeraException {
        if (!Files.isDirectory(folder)) {
            throw new GlomeraException(Kind.INPUT, "The folder of kidney shapes " + folder
                    + " is not there. Name a folder with label maps (NIfTI).");
        }
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            List<Path> all = walk.filter(KidneyShapes::isNifti).limit(MOST_FILES).sorted().toList();
            List<Path> kits = all.stream().filter(file -> file.getFileName().toString().equals(KITS_NAME)).toList();
            return kits.isEmpty() ? all : kits;
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The folder of kidney shapes " + folder + " cannot be read: "
                    + e.getMessage() + ". Check that you may read it.", e);
        }
    }

    private static boolean isNifti(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".nii") || name.endsWith(".nii.gz")) && Files.isRegularFile(file);
    }

    /** The pairs of kidneys, one for each label map that can be used, in the order of the files' names. */
    List<ShapePair> pairs() {
        return pairs;
    }

    /** Sentences on the label maps that cannot be used. */
    public List<String> leftOut() {
        return leftOut;
    }

    /**
     * The kidneys of a patient. Test patients get shapes that no training patient gets, unless there is only one; where
     * there are more patients than shapes, they take turns.
     */
    ShapePair pairFor(PatientPlan plan, PhantomSpec spec) {
        int forTest = pairs.size() == 1 ? 0 : (int) Math.ceil(TEST_SHARE * pairs.size());
        int forTraining = pairs.size() - forTest;
        return switch (plan.group()) {
            case TEST -> forTest == 0 ? pairs.get(0) : pairs.get(forTraining + plan.number() % forTest);
            case SPECT_CT_TRAINING -> pairs.get(plan.number() % forTraining);
            case DIAGNOSTIC_TRAINING -> pairs.get((spec.spectCtTraining() + plan.number()) % forTraining);
            case UNUSABLE -> pairs.get((spec.spectCtTraining() + spec.diagnosticTraining() + plan.number())
                    % forTraining);
        };
    }
}
