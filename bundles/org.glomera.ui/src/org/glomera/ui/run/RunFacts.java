package org.glomera.ui.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.progress.TimeLeft;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.study.RunPreview;
import org.glomera.study.RunProgress;
import org.glomera.study.RunState;
import org.glomera.ui.Texts;

/** What is said of a run below its curve, made of its files alone, so that it is the same wherever it is trained. */
final class RunFacts {

    /** After so long without a sign of life a training is doubted: test images of full size take minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(10);
    /** The pace is that of so many epochs. */
    private static final int PACE_EPOCHS = 5;

    /**
     * A line.
     *
     * @param name what it is about
     * @param value what is so
     */
    record Fact(String name, String value) {
    }

    private RunFacts() {
    }

    /**
     * The facts in the order of their importance.
     *
     * @param progress the training's last sign of life, of which nothing is said unless it is under way
     * @param now the present
     */
    static List<Fact> of(RunContent.Readable run, Optional<RunProgress> progress, Instant now) {
        RunInfo info = run.info();
        boolean training = info.state() == RunState.TRAINING;
        Optional<RunProgress> live = progress.filter(each -> training && each.epochs() == info.epochsPlanned());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("State", info.keptEarly() ? "Finished early, stopped on purpose"
                : info.endedEarly() ? "Finished by early stopping" : capital(Texts.of(info.state()))));
        facts.add(new Fact("Epochs done", info.epochsDone() + " of " + info.epochsPlanned()));
        live.filter(each -> each.epoch() > info.epochsDone()).ifPresent(each -> facts.add(new Fact("Under way",
                step(each))));
        if (training) {
            facts.add(new Fact("Time left", timeLeft(run, live, now).map(left -> "about " + TimeLeft.inWords(left))
                    .orElse(Texts.NONE)));
        }
        live.ifPresent(each -> {
            facts.add(new Fact("Loss", Texts.number(each.loss(), 3) + " in the last step"));
            facts.add(new Fact("Learning rate", significant(each.learningRate()) + " in the last step"));
        });
        if (live.isEmpty()) {
            double rate = info.configuration().path("training").path("learningRate").asDouble(Double.NaN);
            facts.add(new Fact("Learning rate", Double.isNaN(rate) ? Texts.NONE : significant(rate) + " at most"));
        }
        run.curve().last().ifPresent(last -> facts.add(new Fact("Mean Dice", dice(last))));
        facts.add(new Fact("Images", info.trainingImages() + " for training, " + (info.cases().validation()
                .isEmpty() ? "" : info.cases().validation().size() + " for validation, ") + info.testImages() + " for testing"));
        facts.add(new Fact("Left out", Texts.count(info.excluded().size(), "case", "cases")));
        facts.add(new Fact("Begun", Texts.time(info.started())));
        facts.add(new Fact(training ? "Last heard of" : "Last changed", Texts.time(lastSign(info, live))));
        return facts;
    }

    /** What to know besides, in sentences; empty when there is nothing. */
    static String remark(RunContent.Readable run, Optional<RunProgress> progress, Instant now) {
        RunInfo info = run.info();
        List<String> sentences = new ArrayList<>();
        if (info.state() == RunState.TRAINING
                && Duration.between(lastSign(info, progress), now).compareTo(SILENCE) > 0) {
            sentences.add("Nothing was heard of this training for "
                    + TimeLeft.inWords(Duration.between(lastSign(info, progress), now))
                    + ". If its program has ended, resume it: it goes on from its last finished epoch.");
        }
        if (!info.remark().isBlank()) {
            sentences.add(info.remark());
        }
        if (info.reportedEpoch() > 0) {
            sentences.add("Reported is epoch " + info.reportedEpoch() + ". " + info.reportedEpochReason());
        }
        return String.join("\n", sentences);
    }

    private static Instant lastSign(RunInfo info, Optional<RunProgress> progress) {
        return progress.map(RunProgress::written).filter(written -> written.isAfter(info.updated()))
                .orElse(info.updated());
    }

    private static String step(RunProgress progress) {
        long perEpoch = Math.max(1, progress.steps() / progress.epochs());
        return "epoch " + progress.epoch() + ", step " + (progress.step() - (progress.epoch() - 1) * perEpoch) + " of "
                + perEpoch;
    }

    /** As the training itself says it, less what has passed since; else at the pace of the last epochs of its preview. */
    static Optional<Duration> timeLeft(RunContent.Readable run, Optional<RunProgress> progress, Instant now) {
        Optional<Duration> told = progress.filter(each -> !Double.isNaN(each.secondsLeft())).map(each -> Duration
                .ofMillis((long) (1000 * each.secondsLeft())).minus(Duration.between(each.written(), now)));
        Optional<Duration> left = told.isPresent() ? told : run.preview().flatMap(preview -> atPace(run.info(),
                preview.epochs(), now));
        return left.map(each -> each.isNegative() ? Duration.ZERO : each);
    }

    private static Optional<Duration> atPace(RunInfo info, List<RunPreview.Epoch> epochs, Instant now) {
        if (epochs.size() < 2) {
            return Optional.empty();
        }
        RunPreview.Epoch last = epochs.get(epochs.size() - 1);
        RunPreview.Epoch before = epochs.get(Math.max(0, epochs.size() - 1 - PACE_EPOCHS));
        Duration epoch = Duration.between(before.written(), last.written()).dividedBy(last.epoch() - before.epoch());
        return Optional.of(epoch.multipliedBy(info.epochsPlanned() - last.epoch())
                .minus(Duration.between(last.written(), now)));
    }

    private static String dice(CurvePoint point) {
        return Texts.number(point.trainingDice(), 3) + " training, " + Texts.number(point.testDice(), 3) + " test"
                + (Double.isNaN(point.validationDice()) ? "" : ", " + Texts.number(point.validationDice(), 3)
                        + " validation");
    }

    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
