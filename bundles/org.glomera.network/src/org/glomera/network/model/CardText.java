package org.glomera.network.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.image.intensity.IntensityNormalisation.ClipBy;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.study.CurvePoint;
import org.glomera.study.Excluded;
import org.glomera.study.RunInfo;

/** The words of a card. */
final class CardText {

    private static final String PHANTOMS_FOR = "seeing the program work from images to comparison without training first;"
            + " tests; teaching; a start for your own training settings.";
    private static final String PHANTOMS_NOT_FOR = "patients. It has seen nothing but drawn phantoms, which are simpler"
            + " than people, and fails on real images that they do not resemble. It is not a medical device, and nothing"
            + " it outlines may be used for a dose.";
    private static final String PATIENTS_FOR = "research on images like those that it was trained on, with a person who"
            + " looks at each outline; a start for a training of your own.";
    private static final String PATIENTS_NOT_FOR = "the care of patients: it is not a medical device. Nobody knows how it"
            + " does on images of another kind than those below: other scanners, tracers and protocols, one kidney, a"
            + " transplanted one, children. Measure that on cases of your own with delineations before you use it.";

    private final Cards.Source source;
    private final ModelCard card;
    private final StringBuilder text = new StringBuilder();

    CardText(Cards.Source source) {
        this.source = source;
        this.card = source.card();
    }

    String text() {
        line("# " + plain(card.title()));
        line("");
        line((source.id().isEmpty() ? "" : "Id `" + source.id() + "`. ") + "A network that sees " + sees()
                + " and outlines both kidneys as the " + grid() + " shows them.");
        line("");
        line("**For:** " + (phantoms() ? PHANTOMS_FOR : PATIENTS_FOR));
        line("");
        line("**Not for:** " + (phantoms() ? PHANTOMS_NOT_FOR : PATIENTS_NOT_FOR));
        line("");
        line("| | |");
        line("|---|---|");
        facts().forEach((name, words) -> line("| " + name + " | " + words.replace("|", "\\|") + " |"));
        results();
        remarks();
        use();
        return text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private boolean hybrid() {
        return card.channels().contains(Channel.SPECT);
    }

    private boolean phantoms() {
        int images = count("spect_ct") + count("diagnostic_ct");
        return images > 0 && count("phantoms") == images;
    }

    private int count(String what) {
        return card.trainingCounts().getOrDefault(what, 0);
    }

    private String sees() {
        return card.channels().equals(List.of(Channel.CT)) ? "CT alone" : card.channels().stream().map(
                channel -> channel.name()).collect(Collectors.joining(" and "));
    }

    private String grid() {
        return hybrid() ? "SPECT" : "CT";
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("input", input());
        facts.put("output", output());
        facts.put("architecture", architecture());
        facts.put("training data", trainingData());
        source.run().filter(run -> !run.excluded().isEmpty()).ifPresent(run -> facts.put("left out", leftOut(run)));
        facts.putAll(TrainingText.of(card.training(), source.run()));
        facts.put("reported epoch", reportedEpoch());
        facts.put("made with", card.versions().entrySet().stream().map(one ->
                (one.getKey().equals("java") ? "Java " : "") + plain(one.getValue())).collect(Collectors.joining("; ")));
        facts.put("weights", "`" + ModelFolder.WEIGHTS + "`, SHA-256 `" + card.weightsSha256() + "`");
        facts.put("licence", plain(card.licence()));
        return facts;
    }

    private String input() {
        InputPreparation p = card.preparation();
        List<String> volumes = card.channels().stream().map(channel -> volume(channel, p.require(channel))).toList();
        String fieldOfView = String.format(Locale.ROOT, "%.0f x %.0f x %.0f mm", p.fieldOfViewMm().x(),
                p.fieldOfViewMm().y(), p.fieldOfViewMm().z());
        String grid = p.nx() + " x " + p.ny() + " x " + p.nz() + " voxels";
        if (volumes.size() == 1) {
            return volumes.get(0) + ", on " + grid + " over its field of view (trained: " + fieldOfView + ")";
        }
        return (volumes.size() == 2 ? "two" : String.valueOf(volumes.size())) + " volumes of one patient, in this order: "
                + String.join("; ", volumes) + (hybrid() ? "; the CT is " + number(p.ctOutsideHu())
                        + " HU where it does not reach the SPECT" : "") + ". All on " + grid + " over the " + grid()
                + "'s field of view (trained: " + fieldOfView + ")";
    }

    private static String volume(Channel channel, IntensityNormalisation n) {
        String what = switch (channel) {
            case SPECT -> "the SPECT in Bq/ml";
            case CT -> "the CT in HU";
        };
        String clipped = n.clipBy() == ClipBy.VALUE ? ", clipped to " + number(n.clipLow()) + " to "
                + number(n.clipHigh())
                : ", clipped from its " + percentile(n.clipLow())
                        + " to its " + percentile(n.clipHigh());
        return what + clipped + (n.standardise() ? ", scaled to zero mean and unit standard deviation"
                : ", scaled to 0 to 1");
    }

    private static String percentile(double p) {
        return p == 0 ? "lowest value" : p == 100 ? "highest value" : "percentile " + number(p);
    }

    private String output() {
        return "probability that a voxel of the **" + grid() + "** grid belongs to a kidney; from 0.5 on it does, at most"
                + " one connected piece a kidney is kept. Label maps: 1 the patient's right, 2 the left kidney";
    }

    private String architecture() {
        ArchitectureParameters size = card.parameters();
        return String.format(Locale.ROOT, "`%s`: %d filters in the first convolution, %d levels, %,d weights in 32 bit",
                plain(card.architecture()), size.filters(), size.levels(), source.weightCount());
    }

    private String trainingData() {
        String images = trainedOn(card);
        if (images.isEmpty()) {
            images = source.run().map(run -> run.trainingImages() + " images").orElse("images");
        }
        return images + ", with the delineations on the " + grid() + "; the SHA-256 of each file stands in `"
                + ModelFolder.CARD + "`";
    }

    /** What a network was trained on, counted; empty when its card does not count it. */
    static String trainedOn(ModelCard card) {
        Map<String, Integer> counts = card.trainingCounts();
        int spectCt = counts.getOrDefault("spect_ct", 0);
        int diagnosticCt = counts.getOrDefault("diagnostic_ct", 0);
        int phantoms = counts.getOrDefault("phantoms", 0);
        boolean allPhantoms = phantoms > 0 && phantoms == spectCt + diagnosticCt;
        String kind = allPhantoms ? " phantoms" : "";
        List<String> parts = new ArrayList<>();
        if (spectCt > 0) {
            parts.add((card.channels().contains(Channel.SPECT) ? "" : "the CT of ") + spectCt + " SPECT/CT" + kind);
        }
        if (diagnosticCt > 0) {
            parts.add(diagnosticCt + " diagnostic CT" + kind);
        }
        String images = String.join(" and ", parts);
        if (allPhantoms) {
            return images;
        }
        return images + (phantoms > 0 ? ", " + phantoms + " of them phantoms," : "")
                + (counts.getOrDefault("patients", 0) > 0 ? " of " + counts.get("patients") + " patients" : "");
    }

    private static String leftOut(RunInfo run) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        run.excluded().stream().map(Excluded::reason).forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return run.excluded().size() + " images: " + reasons.entrySet().stream().map(one -> plain(one.getKey())
                .replaceFirst("\\.$", "") + " (" + one.getValue() + ")").collect(Collectors.joining("; "));
    }

    private String reportedEpoch() {
        if (source.run().isEmpty()) {
            return card.epochs() + " epochs were trained";
        }
        RunInfo run = source.run().get();
        return run.reportedEpoch() + " of " + run.epochsPlanned() + " planned" + (run.epochsDone() < run.epochsPlanned()
                ? ", of which " + run.epochsDone() + " were trained. " : ". ") + plain(run.reportedEpochReason());
    }

    private void results() {
        line("");
        line("## Results");
        line("");
        Map<String, Double> figures = card.results();
        if (!figures.containsKey(CardFigures.TEST_CASES)) {
            line("It was not yet measured on test cases.");
            onInputGrid();
            return;
        }
        line(String.format(Locale.ROOT, "On %.0f test cases, which it was not trained on. The activity concentration is"
                + " the mean under its outline, against that under the manual delineation on the SPECT.",
                figures.get(CardFigures.TEST_CASES)));
        if (figures.containsKey("right_" + CardFigures.DICE) || figures.containsKey("left_" + CardFigures.DICE)) {
            line("");
            line("| kidney | Dice (worst to best) | difference of the activity concentration, absolute mean (largest) |"
                    + " signed mean | surfaces apart, SPECT grid |");
            line("|---|---|---|---|---|");
            side("right");
            side("left");
        }
        line("");
        line(overall(figures));
        onInputGrid();
    }

    private void side(String side) {
        line("| " + side + " | " + figure(side, CardFigures.DICE, "%.3f") + " (" + figure(side, CardFigures.DICE_LOWEST,
                "%.3f") + " to " + figure(side, CardFigures.DICE_HIGHEST, "%.3f") + ") | "
                + figure(side, CardFigures.ABSOLUTE_DIFFERENCE, "%.2f %%") + " ("
                + figure(side, CardFigures.LARGEST_DIFFERENCE, "%.1f %%") + ") | "
                + figure(side, CardFigures.DIFFERENCE, "%+.1f %%") + " | " + figure(side, CardFigures.SURFACES, "%.1f mm")
                + " |");
    }

    private String figure(String side, String name, String format) {
        Double value = card.results().get(side + "_" + name);
        return value == null ? "not defined" : String.format(Locale.ROOT, format, value);
    }

    private static String overall(Map<String, Double> figures) {
        List<String> parts = new ArrayList<>();
        Double dice = figures.get(CardFigures.MEAN_DICE);
        Double difference = figures.get(CardFigures.MEAN_ABSOLUTE_DIFFERENCE);
        double missed = figures.getOrDefault(CardFigures.NOT_FOUND, 0.0);
        if (dice != null) {
            parts.add(String.format(Locale.ROOT, "mean Dice %.3f", dice));
        }
        if (difference != null) {
            parts.add(String.format(Locale.ROOT, "mean absolute difference %.2f %%", difference));
        }
        parts.add(missed == 0 ? "no kidney was missed" : missed == 1 ? "1 kidney was missed"
                : String.format(Locale.ROOT, "%.0f kidneys were missed", missed));
        String volumes = figures.containsKey(CardFigures.VOLUME) && figures.containsKey(CardFigures.VOLUME_MANUAL)
                ? String.format(Locale.ROOT, " It outlines %.0f ml a kidney on average, the manual delineation %.0f ml.",
                        figures.get(CardFigures.VOLUME), figures.get(CardFigures.VOLUME_MANUAL)) : "";
        return "Over all kidneys: " + String.join(", ", parts)
                + ". Dice is measured on the grid of the image that the outline follows." + volumes;
    }

    private void onInputGrid() {
        int epoch = source.run().map(RunInfo::reportedEpoch).orElse(card.epochs());
        CurvePoint point = source.curve().at(epoch).orElse(null);
        if (point == null) {
            return;
        }
        line("");
        List<String> parts = new ArrayList<>();
        part(parts, "test cases", point.testDice());
        part(parts, "validation cases", point.validationDice());
        part(parts, "training images", point.trainingDice());
        line("Mean Dice on the input grid after epoch " + epoch + ": " + String.join(", ", parts)
                + "; see `curve.csv`.");
    }

    private static void part(List<String> parts, String what, double dice) {
        if (!Double.isNaN(dice)) {
            parts.add(String.format(Locale.ROOT, "%s %.3f", what, dice));
        }
    }

    private void remarks() {
        if (card.remarks().isEmpty()) {
            return;
        }
        line("");
        line("## What to know");
        line("");
        card.remarks().forEach(remark -> line("- " + plain(remark)));
    }

    private void use() {
        String model = source.id().isEmpty() ? "FOLDER" : source.id();
        line("");
        line("## Use");
        line("");
        line("```");
        line("./glomera segment CT" + (hybrid() ? " --spect SPECT" : "") + " --model " + model + " --out kidneys.nii.gz");
        line("./glomera model show " + model);
        line("```");
        line("");
        line("CT" + (hybrid() ? " and SPECT are files or folders" : " is a file or a folder") + " with one DICOM series"
                + (source.id().isEmpty() ? ", FOLDER is this folder or the zip file that it came as" : "")
                + ". In Python:");
        line("");
        line("```python");
        line("from safetensors.numpy import load_file");
        line("weights = load_file(\"" + ModelFolder.WEIGHTS + "\")  # by the layers' names");
        line("```");
        line("");
        line("Glomera's `docs/networks.md` has the network in PyTorch and how the names are made.");
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** One line without characters that end a table's cell or begin markup from a file of others. */
    static String plain(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}]+", " ").replaceAll("[`<>\\[\\]]", "'").strip();
    }
}
