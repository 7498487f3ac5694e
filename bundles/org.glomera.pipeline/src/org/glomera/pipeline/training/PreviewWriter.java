package org.glomera.pipeline.training;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.Overlap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.training.TrainingListener;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.preparing.InputBuilder;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.PreviewPreset;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunPreview;
import org.glomera.study.StudyFolder;

/**
 * Keeps the network's answer in one test case after some epochs as {@link RunPreview}. It takes the output that the
 * training has anyway, when it computes the test Dice, and asks the network for nothing; so weights and curve are the
 * same with it and without. When it cannot be written, the log says so and the training goes on. One thread.
 */
final class PreviewWriter implements TrainingListener {

    private static final System.Logger LOG = System.getLogger(PreviewWriter.class.getName());

    private final StudyFolder study;
    private final NetworkPreset network;
    private final PreparedSet set;
    private final PreviewPreset settings;
    private final int testImage;
    private RunPreview preview;
    private LabelMap manual;
    private Grid inputGrid;
    private float[] tested;
    private float[] latest;
    private int latestEpoch;
    private boolean broken;
    private long nanos;

    /** Looks at nothing yet: files are read and written from {@link #resumed} on. */
    PreviewWriter(StudyFolder study, NetworkPreset network, PreparedSet set, PreviewPreset settings) {
        this.study = Objects.requireNonNull(study);
        this.network = Objects.requireNonNull(network);
        this.set = Objects.requireNonNull(set);
        this.settings = Objects.requireNonNull(settings);
        List<String> cases = set.report().test();
        this.testImage = settings.every() == 0 ? -1
                : settings.testCase().isEmpty() ? cases.isEmpty() ? -1 : 0 : cases.indexOf(settings.testCase());
        this.preview = testImage < 0 ? RunPreview.none("", grid(), whyNone())
                : RunPreview.of(cases.get(testImage), grid());
    }

    private ImageGrid grid() {
        return network.hybrid() ? ImageGrid.SPECT : ImageGrid.CT;
    }

    private String whyNone() {
        return settings.every() == 0 ? "The training was asked to keep no preview."
                : settings.testCase().isEmpty() ? "There is no test case to preview."
                        : "The case " + settings.testCase() + ", which was asked for, is no test case that this network"
                                + " can use.";
    }

    @Override
    public void resumed(int epochsDone) {
        attempt(() -> {
            RunPreview before = RunPreview.read(study, network.runName()).orElse(preview);
            if (testImage >= 0) {
                open();
                if (before.caseId().equals(preview.caseId()) && before.grid() == preview.grid()) {
                    preview = preview.withEpochs(before.epochs().stream().filter(each -> each.epoch() <= epochsDone)
                            .toList());
                }
            }
            preview.write(study, network.runName());
        });
    }

    private void open() throws GlomeraException {
        CaseInfo info = study.requireCase(preview.caseId());
        manual = CaseImages.kidneys(study, info,
                grid() == ImageGrid.SPECT ? CaseFile.KIDNEYS_SPECT : CaseFile.KIDNEYS_CT);
        inputGrid = new InputBuilder(set.channels(), set.preparation()).inputGrid(manual.grid());
    }

    @Override
    public void begunAnew(int times, long seed, String why) {
        tested = null;
        latest = null;
        attempt(() -> {
            preview = preview.withEpochs(List.of());
            preview.write(study, network.runName());
        });
    }

    @Override
    public void imageTested(int index, float[] probability) {
        if (index == testImage) {
            tested = probability;
        }
    }

    @Override
    public void epochDone(CurvePoint point) {
        latestEpoch = point.epoch();
        latest = broken ? null : tested;
        int planned = network.training().epochs();
        if (latest != null && (point.epoch() == 1 || point.epoch() == planned
                || point.epoch() % settings.every() == 0)) {
            keepLatest();
        }
    }

    /** Keeps the last finished epoch, when this training made one and it was not kept yet. */
    void end() {
        if (latest != null) {
            keepLatest();
        }
        if (nanos > 0) {
            LOG.log(Level.DEBUG, "The preview of {0} took {1} ms.", network.runName(), nanos / 1_000_000);
        }
    }

    private void keepLatest() {
        long start = System.nanoTime();
        float[] probability = latest;
        latest = null;
        attempt(() -> keep(latestEpoch, probability));
        nanos += System.nanoTime() - start;
    }

    private void keep(int epoch, float[] probability) throws GlomeraException {
        Volume answer = new Volume(inputGrid, Quantity.PROBABILITY, probability);
        LabelMap kidneys = Segmenter.kidneys(answer, manual.grid()).kidneys();
        NiftiFiles.write(RunPreview.labelMap(study, network.runName(), epoch), kidneys);
        List<RunPreview.Epoch> epochs = new ArrayList<>(preview.epochs());
        epochs.removeIf(each -> each.epoch() >= epoch);
        epochs.add(new RunPreview.Epoch(epoch, Overlap.dice(manual, kidneys, Kidneys.RIGHT),
                Overlap.dice(manual, kidneys, Kidneys.LEFT), TrainService.now()));
        preview = preview.withEpochs(PreviewThinning.thinned(epochs, settings.every()));
        preview.write(study, network.runName());
    }

    /** Something that may fail with a sentence. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws GlomeraException;
    }

    /** Does it; after a failure, which is logged once, nothing is done any more: a training is worth more. */
    private void attempt(Attempt attempt) {
        if (broken) {
            return;
        }
        try {
            attempt.run();
        } catch (GlomeraException e) {
            broken = true;
            latest = null;
            LOG.log(Level.WARNING, "The training of " + network.runName() + " goes on without a preview. "
                    + e.getMessage(), e);
            tell(e.getMessage());
        }
    }

    /** Says in the file why there are no more epochs; a disk that is full keeps the one that is there. */
    private void tell(String why) {
        try {
            new RunPreview(RunPreview.FORMAT, preview.caseId(), preview.grid(), preview.epochs(), why)
                    .write(study, network.runName());
        } catch (GlomeraException e) {
            LOG.log(Level.DEBUG, "The preview's remark could not be written.", e);
        }
    }
}
