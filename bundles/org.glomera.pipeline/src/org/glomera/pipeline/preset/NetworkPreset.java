package org.glomera.pipeline.preset;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.study.Acquisition;
import org.glomera.study.WhenAbsent;

/**
 * One network of a preset.
 *
 * @param name short and safe in a file name; the prepared folder is called so, and the run, see {@link #runName()}
 * @param title what a reader of the report is shown
 * @param architecture id of a contributed architecture
 * @param channels the images it sees, in the architecture's order. With SPECT among them the case's grid and
 *        delineation are those of the SPECT image, otherwise those of the CT.
 * @param cases the acquisitions it is trained on. It is always tested on the SPECT/CT test cases.
 * @param filters filters of the first convolution
 * @param levels how often the image is halved
 * @param inputSize voxels along x, y, z
 * @param preparation how intensities become inputs
 * @param training how it is trained
 * @param folds into how many folds its training patients are divided, each the held-out one of a run; 0 for one run on
 *        all of them
 * @param fold which of these runs this is; {@link Fold#NONE} for the network itself
 * @param validationShare share of the training patients that are taken off to watch the training by, 0 to
 *        {@value #LARGEST_SHARE}
 * @param startFrom whose weights the training begins with: a run of the study, the folder of a trained network, or the
 *        name of one that comes with the program; empty for weights drawn at random
 * @param startFromSha256 SHA-256 of these weights' file, which a run's settings record; empty in a preset, for whatever
 *        the file holds
 */
public record NetworkPreset(String name, String title, String architecture, List<Channel> channels,
        List<Acquisition> cases, int filters, int levels, List<Integer> inputSize, PreparationPreset preparation,
        TrainingConfiguration training, @WhenAbsent("0") int folds, @WhenAbsent("{}") Fold fold,
        @WhenAbsent("0") double validationShare, @WhenAbsent("\"\"") String startFrom,
        @WhenAbsent("\"\"") String startFromSha256) {

    /** The largest share of the training patients that can be taken off for validation. */
    public static final double LARGEST_SHARE = 0.5;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})?");
    private static final String FOLD = "_fold";

    /** Refuses what no network can have, with a sentence for the one who wrote the preset. */
    public NetworkPreset {
        check(name != null && NAME.matcher(name).matches(), "'name' is '" + name
                + "'; it needs lower-case letters, digits, - and _, at most 40");
        check(title != null && !title.isBlank(), "'title' is empty");
        check(architecture != null && !architecture.isBlank(), "'architecture' is empty");
        check(channels != null && !channels.isEmpty() && channels.stream().distinct().count() == channels.size(),
                "'channels' is " + channels + "; it lists spect and ct, each once at most");
        check(cases != null && !cases.isEmpty() && cases.stream().distinct().count() == cases.size(),
                "'cases' is " + cases + "; it lists spect_ct and diagnostic_ct, each once at most");
        check(!channels.contains(Channel.SPECT) || !cases.contains(Acquisition.DIAGNOSTIC_CT),
                "'cases' names diagnostic_ct, which has no SPECT for the channel spect");
        check(inputSize != null && inputSize.size() == 3 && inputSize.stream().allMatch(Objects::nonNull),
                "'inputSize' is " + inputSize + "; three numbers are needed");
        check(preparation != null && preparation.intensity().keySet().containsAll(channels),
                "'preparation' lacks the normalisation of a channel");
        check(training != null, "'training' is missing");
        fold = Objects.requireNonNullElse(fold, Fold.NONE);
        check(folds == 0 || folds >= 2 && folds <= Fold.MOST, "'folds' is " + folds + "; it is 2 to " + Fold.MOST
                + ", or 0 for no cross-validation");
        check(folds == 0 || fold.none(), "'folds' and 'fold' are both given; a run is one fold");
        check(validationShare >= 0 && validationShare <= LARGEST_SHARE, "'validationShare' is " + validationShare
                + "; it is 0 to " + LARGEST_SHARE);
        startFrom = Objects.requireNonNullElse(startFrom, "").strip();
        startFromSha256 = Objects.requireNonNullElse(startFromSha256, "");
        check(SHA256.matcher(startFromSha256).matches(), "'startFromSha256' is '" + startFromSha256
                + "'; it has 64 hexadecimal digits");
        check(startFromSha256.isEmpty() || !startFrom.isEmpty(), "'startFromSha256' is given without 'startFrom'");
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        inputSize = List.copyOf(inputSize);
        new ArchitectureParameters(filters, levels, inputSize.get(0), inputSize.get(1), inputSize.get(2));
    }

    /** Whether the network sees the SPECT, so that its cases take the SPECT image's grid and delineation. */
    public boolean hybrid() {
        return channels.contains(Channel.SPECT);
    }

    /** The network's size as architectures take it. */
    public ArchitectureParameters parameters() {
        return new ArchitectureParameters(filters, levels, inputSize.get(0), inputSize.get(1), inputSize.get(2));
    }

    /** Trained on all patients from random weights. */
    public NetworkPreset(String name, String title, String architecture, List<Channel> channels,
            List<Acquisition> cases, int filters, int levels, List<Integer> inputSize, PreparationPreset preparation,
            TrainingConfiguration training) {
        this(name, title, architecture, channels, cases, filters, levels, inputSize, preparation, training, 0, Fold.NONE,
                0, "", "");
    }

    /** The name of its run: its own, for a fold {@code NAME_fold1} and so on. */
    public String runName() {
        return fold.none() ? name : name + FOLD + fold.number();
    }

    /** The title of its run: its own, for a fold with which one it is before the first colon or at the end. */
    public String runTitle() {
        if (fold.none()) {
            return title;
        }
        int colon = title.indexOf(':');
        int end = colon < 0 ? title.length() : colon;
        return title.substring(0, end) + ", " + fold.inWords() + title.substring(end);
    }

    /** The runs that it is trained in: itself, or one a fold, which are drawn by the training's seed. */
    public List<NetworkPreset> runs() {
        return folds == 0 ? List.of(this) : IntStream.rangeClosed(1, folds)
                .mapToObj(number -> withFold(new Fold(number, folds, training.seed()))).toList();
    }

    /** The same network under another name, which is its run's, and title. */
    public NetworkPreset named(String otherName, String otherTitle) {
        return new NetworkPreset(otherName, otherTitle, architecture, channels, cases, filters, levels, inputSize,
                preparation, training, folds, fold, validationShare, startFrom, startFromSha256);
    }

    /** The same network with layers of another kind, which see the same images. */
    public NetworkPreset withArchitecture(String other) {
        return new NetworkPreset(name, title, other, channels, cases, filters, levels, inputSize, preparation, training,
                folds, fold, validationShare, startFrom, startFromSha256);
    }

    /** The same network of another size. */
    public NetworkPreset withSize(int otherFilters, int otherLevels, List<Integer> otherInputSize) {
        return new NetworkPreset(name, title, architecture, channels, cases, otherFilters, otherLevels, otherInputSize,
                preparation, training, folds, fold, validationShare, startFrom, startFromSha256);
    }

    /** The same network trained otherwise. */
    public NetworkPreset withTraining(TrainingConfiguration other) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                other, folds, fold, validationShare, startFrom, startFromSha256);
    }

    /** The same network with another number of folds, 0 for none; not one fold any more. */
    public NetworkPreset withFolds(int other) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                training, other, Fold.NONE, validationShare, startFrom, startFromSha256);
    }

    /** One fold of the same network. */
    public NetworkPreset withFold(Fold other) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                training, 0, other, validationShare, startFrom, startFromSha256);
    }

    /** The same network with another share of its training patients taken off for validation. */
    public NetworkPreset withValidationShare(double other) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                training, folds, fold, other, startFrom, startFromSha256);
    }

    /**
     * The same network that begins with other weights.
     *
     * @param source run, folder or name; empty for random weights
     * @param sha256 SHA-256 of the weights' file; empty for whatever it holds
     */
    public NetworkPreset withStart(String source, String sha256) {
        return new NetworkPreset(name, title, architecture, channels, cases, filters, levels, inputSize, preparation,
                training, folds, fold, validationShare, source, sha256);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("In a network " + what + ".");
        }
    }
}
