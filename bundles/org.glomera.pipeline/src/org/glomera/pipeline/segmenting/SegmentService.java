package org.glomera.pipeline.segmenting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.KidneySides;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.components.SidedKidneys.Caveat;
import org.glomera.network.Channel;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.SegmentResult.Member;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.pipeline.work.Versions;
import org.glomera.study.StudyJson;

/**
 * Segments the kidneys in one patient's images with a trained network or an ensemble of them. The image that the
 * networks' delineations follow (the SPECT for hybrid networks, else the CT) gives the field of view; see
 * {@link WindowPlan} for what a network is shown of it. The members of an ensemble are read one after the other, so
 * memory holds one of them.
 */
public final class SegmentService {

    /** Volumes outside this range are not those of a grown-up's kidney. */
    private static final double SMALL_KIDNEY_ML = 40;
    private static final double LARGE_KIDNEY_ML = 500;
    /** Shares of the work that are done when networks begin, and when they end. */
    private static final double NETWORKS_FROM = 0.1;
    private static final double NETWORKS_TO = 0.9;

    private final Components components;

    /** Makes a service over contributed readers, architectures and the engine. */
    public SegmentService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Segments. */
    public SegmentResult run(SegmentRequest request, StageReporter reporter) throws GlomeraException {
        SegmentFiles.check(request);
        reporter.tell("Reading the network", 0);
        List<ModelCard> cards = cards(request.models());
        Channel reference = reference(cards);
        PatientImages images = new ImageInput(components, request.images(), reporter)
                .read(cards.stream().filter(card -> card.channels().contains(Channel.SPECT)).map(ModelCard::title)
                        .findFirst());
        SegmentFiles files = new SegmentFiles(request.outputs(), components, reporter);
        files.checkAgainst(images, reference);
        Set<String> noted = new LinkedHashSet<>(images.remarks());
        List<String> caveats = new ArrayList<>();
        ImageChecks.size(images.volume(reference), NamedImage.word(reference), caveats);
        ImageChecks.hounsfield(images.volume(Channel.CT), caveats);
        List<Member> members = new ArrayList<>();
        Segmented segmented = segment(request, images, reference, members, caveats, reporter);
        Measured measured = Measured.of(segmented.kidneys(), images.volume(Channel.SPECT));
        noteKidneys(segmented, measured, caveats);
        cards.forEach(card -> caveats.addAll(card.remarks()));
        Outputs written = files.write(segmented, images.sources().get(reference).series(), title(cards), caveats);
        noted.addAll(caveats);
        files.draw(List.copyOf(images.volumes().values()), segmented.kidneys(), measured, List.copyOf(noted));
        SegmentResult result = new SegmentResult(written, reference.word(), segmented.kidneys().grid(),
                measured.volumeMl(), measured.meanActivityBqPerMl(), segmented.sided().removed(), members,
                segmented.disagreement().map(each -> EnsembleSum.onOutline(each, segmented.kidneys())),
                List.copyOf(noted), Versions.with(components.engine().report()));
        if (written.json().isPresent()) {
            reporter.tell("Writing the result", 0.99);
            StudyJson.write(written.json().get(), SegmentJson.of(result, images));
        }
        reporter.done("written");
        return result;
    }

    private static List<ModelCard> cards(List<Path> folders) throws GlomeraException {
        List<ModelCard> cards = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new GlomeraException(Kind.INPUT, "The model folder " + folder
                        + " is not there. Give a run folder of a study or a folder of models.");
            }
            cards.add(ModelFolder.readCard(folder));
        }
        return cards;
    }

    /** The image that the delineations follow; the same for every member, since those of two images differ by more than
     * the networks do: breathing moves the kidneys between CT and SPECT. */
    private static Channel reference(List<ModelCard> cards) throws GlomeraException {
        Channel first = reference(cards.get(0));
        for (ModelCard card : cards) {
            if (reference(card) != first) {
                throw new GlomeraException(Kind.CONFIGURATION, "The networks '" + cards.get(0).title() + "' and '"
                        + card.title() + "' are no ensemble: one segments the SPECT, the other the CT, and breathing moves"
                        + " the kidneys between the two. Take networks that segment the same image.");
            }
        }
        return first;
    }

    private static Channel reference(ModelCard card) {
        return card.channels().contains(Channel.SPECT) ? Channel.SPECT : Channel.CT;
    }

    private static Windowing windowing(SegmentRequest request, ModelCard card) {
        if (!(request.windowing() instanceof Windowing.ByCard)) {
            return request.windowing();
        }
        return switch (card.preparation().windows()) {
            case AS_TRAINING -> new Windowing.AsTraining();
            case SLIDING -> new Windowing.Sliding();
        };
    }

    private static String title(List<ModelCard> cards) {
        return cards.size() == 1 ? cards.get(0).title()
                : "ensemble of " + cards.size() + ", " + cards.get(0).title();
    }

    private Segmented segment(SegmentRequest request, PatientImages images, Channel reference, List<Member> members,
            List<String> caveats, StageReporter reporter) throws GlomeraException {
        Grid own = images.volume(reference).grid();
        Vector3 body = BodyCentre.ofMm(images.volume(Channel.CT));
        int count = request.models().size();
        EnsembleSum sum = new EnsembleSum(own);
        Set<String> plans = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            double step = (NETWORKS_TO - NETWORKS_FROM) / count;
            WindowProgress progress = new WindowProgress(reporter, count == 1 ? "Applying the network"
                    : "Applying network " + (i + 1) + " of " + count, NETWORKS_FROM + step * i, NETWORKS_FROM + step
                            * (i + 1));
            try (Segmenter segmenter = Segmenter.open(request.models().get(i), components)) {
                Windowing windowing = windowing(request, segmenter.card());
                WindowPlan plan = WindowPlan.of(own, segmenter.card().preparation(), windowing, body);
                plans.addAll(plan.caveats());
                Volume answer = NetworkAnswer.of(segmenter, images.volumes(), plan, own, progress);
                members.add(member(segmenter.card(), windowing, plan, answer, images));
                sum.add(answer);
            }
        }
        caveats.addAll(plans);
        Volume mean = sum.mean();
        SidedKidneys sided = KidneySides.split(mean, Segmenter.THRESHOLD);
        return new Segmented(mean, count > 1 ? Optional.of(sum.disagreement()) : Optional.empty(), sided);
    }

    private static Member member(ModelCard card, Windowing windowing, WindowPlan plan, Volume answer,
            PatientImages images) {
        Measured measured = Measured.of(KidneySides.split(answer, Segmenter.THRESHOLD).kidneys(),
                images.volume(Channel.SPECT));
        return new Member(card.name(), card.title(), card.architecture(), card.weightsSha256(), windowing,
                plan.windows().size(), plan.lattice().spacingMm(), measured.volumeMl(), measured.meanActivityBqPerMl());
    }

    private static void noteKidneys(Segmented segmented, Measured measured, List<String> caveats) {
        segmented.sided().caveats().stream().map(Caveat::sentence).forEach(caveats::add);
        if (segmented.isEmpty()) {
            float highest = 0;
            for (float value : segmented.probability().values()) {
                highest = Math.max(highest, value);
            }
            caveats.add(String.format(Locale.ROOT, "The highest probability of a voxel is %.2f, where %.2f makes a kidney's "
                    + "voxel. Check that the image shows kidneys and that the network was trained on such images.",
                    highest, Segmenter.THRESHOLD));
        }
        for (Map.Entry<Side, Double> each : measured.volumeMl().entrySet()) {
            double volume = each.getValue();
            if (volume > 0 && (volume < SMALL_KIDNEY_ML || volume > LARGE_KIDNEY_ML)) {
                caveats.add("The %s kidney has %.0f ml, which is unusual.".formatted(each.getKey().word(), volume));
            }
            if (volume > 0 && ImageChecks.reachesTheEdge(segmented.kidneys(), each.getKey())) {
                caveats.add("The " + each.getKey().word() + " kidney reaches the edge of the image; what lies beyond is not"
                        + " in its volume.");
            }
        }
    }
}
