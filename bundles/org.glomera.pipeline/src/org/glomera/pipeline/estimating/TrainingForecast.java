package org.glomera.pipeline.estimating;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.ArchitectureBuilder;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.PrepareReport.Exclusion;
import org.glomera.pipeline.preparing.CaseImages;
import org.glomera.pipeline.preparing.PrepareService;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preparing.PreparedSamples;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;

/** Tells what a training will take. Reads files and builds no image; safe for use by several threads. */
public final class TrainingForecast {

    /** What the engine's libraries take besides, once they are loaded. */
    private static final long ENGINE_BYTES = 300L << 20;
    private final Components components;

    /** Makes a forecast over contributed architectures and the engine. */
    public TrainingForecast(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * What the training of a network needs, but for the time.
     *
     * @throws GlomeraException when the study cannot be read, the architecture is not there or cannot be built so, or
     *         there is no engine
     */
    public NetworkForecast of(StudyFolder study, NetworkPreset network) throws GlomeraException {
        NetworkGraph graph = graph(network);
        NetworkCost cost = NetworkCost.of(graph);
        CasesOutlook cases = cases(study, network);
        int voxels = network.parameters().voxelCount();
        long samples = PreparedSamples.memoryBytes(network.channels().size(), voxels, cases.training().size())
                + PreparedSamples.memoryBytes(network.channels().size(), voxels, cases.test().size());
        long images = (long) cases.toPrepare() * voxels * (network.channels().size() * Float.BYTES + 1);
        NetworkMemory memory = NetworkMemory.of(components.engine(), graph);
        return new NetworkForecast(network, cases, cost, memory.training(network.training()) + samples + ENGINE_BYTES,
                memory.trainingAtLeast(network.training()) + samples + ENGINE_BYTES,
                images + (long) network.runs().size() * weightCopies(network.training()) * cost.parameters() * Float.BYTES);
    }

    /**
     * Copies of the weights on the disk: the reported ones, a checkpoint of weights and moments, and the next one beside
     * it until it is moved; with early stopping those of the best epoch, twice.
     */
    private static int weightCopies(TrainingConfiguration training) {
        return 1 + 2 * (1 + training.options().moments().size()) + (training.earlyStopping().on() ? 2 : 0);
    }

    /**
     * What the layers of a network need.
     *
     * @throws GlomeraException when the architecture is not there or cannot be built so; a sentence for the user
     */
    public NetworkCost cost(NetworkPreset network) throws GlomeraException {
        return NetworkCost.of(graph(network));
    }

    /**
     * The memory that the training of a network takes at its peak, without the program and the images.
     *
     * @throws GlomeraException when the architecture is not there or cannot be built so, or there is no engine; a sentence
     *         for the user
     */
    public long memoryBytes(NetworkPreset network) throws GlomeraException {
        return NetworkMemory.of(components.engine(), graph(network)).training(network.training());
    }

    private NetworkGraph graph(NetworkPreset network) throws GlomeraException {
        return ArchitectureBuilder.build(network.architecture(), components.architecture(network.architecture()),
                network.parameters());
    }

    /** The speed of a network by the runs of this study that were trained on this machine. */
    public Optional<Speed> recorded(StudyFolder study, NetworkPreset network) throws GlomeraException {
        return RunSpeed.recorded(study, cost(network), network.training().threads(), Machine.now().model());
    }

    /** The speed of a network where nothing was measured on this machine. */
    public Speed unmeasured(NetworkPreset network) throws GlomeraException {
        return Speed.unmeasured(cost(network));
    }

    /**
     * Measures a few steps on this machine, for about four seconds.
     *
     * @throws GlomeraException when the engine cannot be used; the sentence says what to install
     */
    public Speed measured(NetworkPreset network, IProgressMonitor monitor) throws GlomeraException {
        NetworkEngine engine = components.engine();
        EngineReport report = engine.report();
        if (!report.usable()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, report.explanation());
        }
        return new SpeedProbe(engine, network.architecture(), components.architecture(network.architecture()))
                .measure(network.parameters(), network.training(), monitor);
    }

    /** Which cases the study has for a network. */
    CasesOutlook cases(StudyFolder study, NetworkPreset network) throws GlomeraException {
        Optional<PreparedSet> own = prepared(study, network);
        if (own.isPresent() && knowsAll(own.get(), study, network)) {
            PreparedSet set = own.get();
            return new CasesOutlook(set.report().training(), set.report().test(), set.report().excluded(),
                    set.report().training().size() + set.report().test().size(), true);
        }
        List<String> training = new ArrayList<>();
        List<String> test = new ArrayList<>();
        List<Exclusion> excluded = new ArrayList<>();
        List<Exclusion> known = knownExclusions(study, network);
        for (CaseInfo info : study.cases()) {
            if (PrepareService.belongs(info, network)) {
                Optional<Exclusion> out = exclusion(info, network, known);
                out.ifPresent(excluded::add);
                if (out.isEmpty()) {
                    (info.role() == Role.TRAINING ? training : test).add(info.id());
                }
            }
        }
        return new CasesOutlook(training, test, excluded, 0, false);
    }

    private static Optional<Exclusion> exclusion(CaseInfo info, NetworkPreset network, List<Exclusion> known) {
        List<CaseFile> missing = CaseImages.needed(network.channels()).stream().filter(file -> !info.has(file)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(new Exclusion(info.id(), info.role().word(), PrepareService.missing(missing)));
        }
        return known.stream().filter(one -> one.caseId().equals(info.id())).findFirst();
    }

    /** What other networks that see the same images left out; a size or a normalisation leaves out nothing. */
    private static List<Exclusion> knownExclusions(StudyFolder study, NetworkPreset network) throws GlomeraException {
        List<Exclusion> known = new ArrayList<>();
        for (String run : study.runs()) {
            PreparedFiles files = PreparedFiles.of(study, study.readRun(run));
            if (Files.isRegularFile(files.summary())) {
                PreparedSet set = files.read();
                if (set.channels().equals(network.channels())) {
                    known.addAll(set.report().excluded());
                }
            }
        }
        return known;
    }

    private static Optional<PreparedSet> prepared(StudyFolder study, NetworkPreset network) throws GlomeraException {
        PreparedFiles files = new PreparedFiles(study, network.name());
        if (!Files.isRegularFile(files.summary())) {
            return Optional.empty();
        }
        return Optional.of(files.read()).filter(set -> set.isFor(network));
    }

    /** Whether every case that now belongs to the network was there when it was prepared, and no other. */
    private static boolean knowsAll(PreparedSet set, StudyFolder study, NetworkPreset network)
            throws GlomeraException {
        List<String> now = study.cases().stream().filter(info -> PrepareService.belongs(info, network))
                .map(CaseInfo::id).sorted().toList();
        List<String> then = new ArrayList<>(set.report().training());
        then.addAll(set.report().test());
        set.report().excluded().forEach(one -> then.add(one.caseId()));
        return now.equals(then.stream().sorted().toList());
    }
}
