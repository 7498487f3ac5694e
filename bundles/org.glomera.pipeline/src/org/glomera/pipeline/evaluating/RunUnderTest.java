package org.glomera.pipeline.evaluating;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.components.SidedKidneys.Caveat;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.Sample;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.preparing.InputBuilder;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preparing.PreparedSamples;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.work.Hashes;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** A finished run whose test cases are segmented; label maps that still hold are read, not made again. */
final class RunUnderTest implements AutoCloseable {

    private final StudyFolder study;
    private final Components components;
    private final RunInfo run;
    private final String label;
    private final PreparedFiles files;
    private final PreparedSet set;
    private final String weightsHash;
    private Segmenter segmenter;

    RunUnderTest(StudyFolder study, String name, Components components) throws GlomeraException {
        this(study, name, name, components);
    }

    /**
     * Opens a run.
     *
     * @param label what it is called in tables
     */
    RunUnderTest(StudyFolder study, String name, String label, Components components) throws GlomeraException {
        this.study = study;
        this.label = label;
        this.components = components;
        this.run = study.readRun(name);
        if (run.state() != RunState.FINISHED) {
            throw new GlomeraException(Kind.INPUT, "The run " + name + " is not finished: " + run.epochsDone() + " of "
                    + run.epochsPlanned() + " epochs are done. Train it to the end first.");
        }
        Path weights = study.runFolder(name).resolve(ModelFolder.WEIGHTS);
        if (!Files.isRegularFile(weights)) {
            throw new GlomeraException(Kind.INPUT, "The run " + name + " has no weights, so it segments nothing: '"
                    + weights + "' does not exist. Train the network, or put its weights there.");
        }
        this.files = PreparedFiles.of(study, run);
        this.set = files.read();
        if (!set.inputs().equals(run.inputHashes())) {
            throw new GlomeraException(Kind.INPUT, "The images of the run " + name
                    + " were prepared anew since it was trained. Train it again.");
        }
        this.weightsHash = Hashes.of(weights);
    }

    RunInfo run() {
        return run;
    }

    String label() {
        return label;
    }

    List<String> testCases() {
        return set.report().test();
    }

    /** SHA-256 of weights and test images by path in the study. */
    Map<String, String> inputHashes() {
        Map<String, String> hashes = new TreeMap<>(set.inputs());
        hashes.keySet().removeAll(set.trainingInputs().keySet());
        hashes.put("runs/" + run.name() + "/" + ModelFolder.WEIGHTS, weightsHash);
        return hashes;
    }

    /** SHA-256 of weights and of the images of some cases by path in the study. */
    Map<String, String> inputHashes(List<String> caseIds) {
        Map<String, String> hashes = new TreeMap<>();
        set.inputs().forEach((path, hash) -> {
            if (caseIds.stream().anyMatch(id -> path.startsWith("cases/" + id + "/"))) {
                hashes.put(path, hash);
            }
        });
        hashes.put("runs/" + run.name() + "/" + ModelFolder.WEIGHTS, weightsHash);
        return hashes;
    }

    /** The kidneys of a prepared case on the image's own grid. */
    LabelMap kidneys(String caseId, Grid own, IProgressMonitor monitor) throws GlomeraException {
        Path file = study.segmentationFile(run.name(), caseId);
        Path note = file.resolveSibling(caseId + ".json");
        String fingerprint = fingerprint(caseId);
        if (Files.isRegularFile(file) && Files.isRegularFile(note)
                && StudyJson.read(note, CaseSegmentation.class).fingerprint().equals(fingerprint)) {
            return NiftiFiles.readLabelMap(file);
        }
        Sample sample = new PreparedSamples(files, set, List.of(caseId)).get(0);
        Grid inputGrid = new InputBuilder(set.channels(), set.preparation()).inputGrid(own);
        SidedKidneys found = segmenter().segment(sample.channels(), inputGrid, own, monitor);
        NiftiFiles.write(file, found.kidneys());
        StudyJson.write(note, new CaseSegmentation(fingerprint, found.removedComponents(), found.removedMl(),
                found.caveats().stream().map(Caveat::sentence).toList()));
        return found.kidneys();
    }

    private synchronized Segmenter segmenter() throws GlomeraException {
        if (segmenter == null) {
            segmenter = Segmenter.open(study.runFolder(run.name()), components);
        }
        return segmenter;
    }

    private String fingerprint(String caseId) {
        List<String> texts = new ArrayList<>(List.of(weightsHash, StudyJson.toText(set.preparation())));
        set.inputs().forEach((path, hash) -> {
            if (path.startsWith("cases/" + caseId + "/")) {
                texts.add(hash);
            }
        });
        return Hashes.ofTexts(texts);
    }

    @Override
    public synchronized void close() {
        if (segmenter != null) {
            segmenter.close();
        }
    }
}
