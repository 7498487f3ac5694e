package org.glomera.pipeline.preparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.glomera.chart.PictureSheet;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.augmentation.Augmenter;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.StudyFolder;

/**
 * Shows what a training sees of one prepared image: as it was prepared, and as augmentation makes it in the first place
 * of each of the first epochs, since what is drawn follows from the seed, the epoch and the place. Reads the study only.
 */
public final class AugmentationPreview {

    private static final int IMAGES = 8;
    private static final int COLUMNS = 3;

    private final Components components;

    /** Makes it with the augmentations that are contributed. */
    public AugmentationPreview(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * Writes the picture as a PNG file.
     *
     * @param network prepared in the study; its training's augmentations and seed are taken
     * @param caseId the case; empty for the first training case
     * @return what was drawn for each image, a line each
     * @throws GlomeraException (configuration) when the training names no augmentation, or one that cannot be used;
     *         (input) when the network or the case was not prepared, or by an earlier version; (resources) when the file
     *         cannot be written
     */
    public List<String> write(StudyFolder study, NetworkPreset network, String caseId, Path file)
            throws GlomeraException {
        List<AugmentationSetting> settings = network.training().augmentations();
        if (settings.isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "The training of " + network.name() + " names no augmentation,"
                    + " so there is nothing to show. Add some to the preset's training, or give --with and an id.");
        }
        Augmenter augmenter = components.augmentations().augmenter(settings);
        PreparedFiles files = new PreparedFiles(study, network.name());
        PreparedSet set = files.read();
        String shown = caseId.isEmpty() ? first(set, network) : caseId;
        if (!Files.isRegularFile(files.mask(shown))) {
            throw new GlomeraException(Kind.INPUT, "The case " + shown + " has no prepared images for " + network.name()
                    + ". Prepared are: " + String.join(", ", set.report().training()) + ".");
        }
        Sample sample = new PreparedSamples(files, set, List.of(shown)).get(0);
        ImageFacts facts = files.facts(shown, set).orElseThrow(() -> new GlomeraException(Kind.INPUT, "The images of "
                + network.name() + " were prepared by an earlier version of this program, which did not record what"
                + " augmentation needs. Prepare the network's images again."));
        AugmentationSlice slice = new AugmentationSlice(facts, sample.mask());
        List<PictureSheet.Panel> panels = new ArrayList<>(List.of(slice.panel("As prepared", sample)));
        List<String> lines = new ArrayList<>();
        for (int epoch = 1; epoch <= IMAGES; epoch++) {
            List<String> ids = augmenter.drawn(network.training().seed(), epoch, 0);
            panels.add(slice.panel("Epoch " + epoch,
                    augmenter.augment(sample, facts, network.training().seed(), epoch, 0)));
            lines.add("Epoch " + epoch + ": " + (ids.isEmpty() ? "as prepared" : String.join(", ", ids)));
        }
        List<String> below = new ArrayList<>(List.of("Case " + shown + ", " + network.title() + ", seed "
                + network.training().seed() + ". " + slice.inWords()));
        below.addAll(lines);
        save(file, PictureSheet.png(panels, COLUMNS, AugmentationSlice.KEYS, below));
        return lines;
    }

    private static String first(PreparedSet set, NetworkPreset network) throws GlomeraException {
        List<String> ids = set.report().training().isEmpty() ? set.report().test() : set.report().training();
        return ids.stream().findFirst().orElseThrow(() -> new GlomeraException(Kind.INPUT, "No case is prepared for "
                + network.name() + ". Import cases and prepare the network."));
    }

    private static void save(Path file, byte[] png) throws GlomeraException {
        try {
            AtomicFiles.write(file, out -> out.write(png));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The picture " + file + " cannot be written: " + e.getMessage()
                    + ". Check the folder's rights.", e);
        }
    }
}
