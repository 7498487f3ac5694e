package org.glomera.pipeline.preparing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.intensity.IntensityNormalisation.Normalised;
import org.glomera.image.intensity.ValueScale;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.ModelCard;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.PrepareReport.Exclusion;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.work.Hashes;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Makes a network's inputs and masks from the cases of a study; cases that have not changed are left as they are. */
public final class PrepareService {

    /** Changes when what is written changes though settings and inputs do not. */
    private static final String WAY = "1";

    /** What the prepared cases of a network are together. */
    @FunctionalInterface
    private interface Summary {
        PreparedSet of(List<PreparedCase> prepared) throws GlomeraException;
    }

    /** Prepares in a study that is locked by the caller. */
    public PrepareReport run(NetworkPreset network, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        List<CaseInfo> cases = study.cases().stream().filter(info -> belongs(info, network)).toList();
        return prepare(network, cases, study, reporter, prepared -> summary(network, prepared));
    }

    /**
     * Prepares the test cases, in a study that is locked by the caller, for a network that was trained elsewhere. The
     * images become input as its card says; what it was trained on is named by the card's hashes and is not here.
     */
    public PrepareReport run(NetworkPreset network, ModelCard trained, StudyFolder study, StageReporter reporter)
            throws GlomeraException {
        List<CaseInfo> cases = study.cases(Role.TEST).stream().filter(info -> belongs(info, network)).toList();
        return prepare(network, cases, study, reporter, prepared -> summary(network, trained, prepared));
    }

    private static PrepareReport prepare(NetworkPreset network, List<CaseInfo> cases, StudyFolder study,
            StageReporter reporter, Summary summary) throws GlomeraException {
        PreparedFiles files = new PreparedFiles(study, network.name());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        List<PreparedCase> prepared = SideBySide.all(cases, reporter.cancelOnly(), (info, monitor) -> {
            PreparedCase one = new OneCase(network, study, files).prepare(info, before, monitor);
            int count = done.incrementAndGet();
            reporter.tell("Case " + info.id() + ", " + count + " of " + cases.size(), count / (double) cases.size());
            return one;
        });
        PreparedSet set = summary.of(prepared);
        StudyJson.write(files.summary(), set);
        reporter.done(set.report().training().size() + " training and " + set.report().test().size()
                + " test cases, " + set.report().excluded().size() + " excluded");
        return set.report().withAlreadyThere(before.get());
    }

    /** Whether a network is trained or tested on a case, unless something of it is missing. */
    public static boolean belongs(CaseInfo info, NetworkPreset network) {
        return info.role() == Role.TRAINING && network.cases().contains(info.acquisition())
                || info.role() == Role.TEST && info.acquisition() == Acquisition.SPECT_CT;
    }

    /** Why a case without these files cannot be used. */
    public static String missing(List<CaseFile> files) {
        return "The case has no " + String.join(" and no ", files.stream().map(PrepareService::describe).toList()) + ".";
    }

    private static String describe(CaseFile file) {
        return switch (file) {
            case CT -> "CT";
            case SPECT -> "SPECT";
            case KIDNEYS_CT -> "delineation of the kidneys on the CT";
            case KIDNEYS_SPECT -> "delineation of the kidneys on the SPECT";
        };
    }

    private static PreparedSet summary(NetworkPreset network, List<PreparedCase> prepared)
            throws GlomeraException {
        List<String> training = ids(prepared, Role.TRAINING);
        List<String> test = ids(prepared, Role.TEST);
        List<Exclusion> excluded = excluded(prepared);
        requireSome(training, Role.TRAINING, network, excluded);
        requireSome(test, Role.TEST, network, excluded);
        PrepareReport report = new PrepareReport(network.name(), training, test, excluded, 0);
        return new PreparedSet(PreparedSet.FORMAT, report, network.channels(), preparation(network, prepared),
                inputs(prepared, one -> true), inputs(prepared, one -> one.role() == Role.TRAINING));
    }

    private static PreparedSet summary(NetworkPreset network, ModelCard trained, List<PreparedCase> prepared)
            throws GlomeraException {
        List<String> test = ids(prepared, Role.TEST);
        List<Exclusion> excluded = excluded(prepared);
        requireSome(test, Role.TEST, network, excluded);
        Map<String, String> inputs = inputs(prepared, one -> true);
        inputs.putAll(trained.trainingData());
        return new PreparedSet(PreparedSet.FORMAT, new PrepareReport(network.name(), List.of(), test, excluded, 0),
                network.channels(), trained.preparation(), inputs, trained.trainingData());
    }

    private static List<Exclusion> excluded(List<PreparedCase> prepared) {
        return prepared.stream().filter(one -> !one.usable())
                .map(one -> new Exclusion(one.caseId(), one.role().word(), one.exclusion())).toList();
    }

    private static Map<String, String> inputs(List<PreparedCase> prepared, Predicate<PreparedCase> which) {
        Map<String, String> inputs = new TreeMap<>();
        prepared.stream().filter(PreparedCase::usable).filter(which).forEach(one -> inputs.putAll(one.inputs()));
        return inputs;
    }

    private static void requireSome(List<String> ids, Role role, NetworkPreset network, List<Exclusion> excluded)
            throws GlomeraException {
        if (ids.isEmpty()) {
            String why = excluded.stream().filter(one -> one.role().equals(role.word())).findFirst()
                    .map(one -> "; case " + one.caseId() + " for one: " + one.reason()).orElse(".");
            throw new GlomeraException(Kind.INPUT, "The study has no " + role.word() + " case that " + network.title()
                    + " can use" + why + " Import cases of the role " + role.word() + ", or assign roles in cohort.csv."
                    + (role == Role.TRAINING ? " The sample cohort has test cases alone; to train on phantoms, make the"
                            + " whole study: ./glomera demo." : ""));
        }
    }

    private static List<String> ids(List<PreparedCase> prepared, Role role) {
        return prepared.stream().filter(one -> one.usable() && one.role() == role).map(PreparedCase::caseId).toList();
    }

    private static InputPreparation preparation(NetworkPreset network, List<PreparedCase> prepared) {
        List<PreparedCase> training = prepared.stream()
                .filter(one -> one.usable() && one.role() == Role.TRAINING).toList();
        double[] median = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int at = axis;
            double[] lengths = training.stream().mapToDouble(one -> one.fieldOfViewMm().get(at)).sorted().toArray();
            median[axis] = (lengths[(lengths.length - 1) / 2] + lengths[lengths.length / 2]) / 2;
        }
        return preparation(network, new Vector3(median[0], median[1], median[2]));
    }

    private static InputPreparation preparation(NetworkPreset network, Vector3 fieldOfViewMm) {
        return new InputPreparation(network.inputSize().get(0), network.inputSize().get(1),
                network.inputSize().get(2), network.preparation().intensity(), network.preparation().ctOutsideHu(),
                fieldOfViewMm);
    }

    /** The work on one case. */
    private record OneCase(NetworkPreset network, StudyFolder study, PreparedFiles files) {

        PreparedCase prepare(CaseInfo info, AtomicInteger before, IProgressMonitor monitor) throws GlomeraException {
            Map<String, String> inputs = new TreeMap<>();
            List<CaseFile> missing = new ArrayList<>();
            for (CaseFile file : CaseImages.needed(network.channels())) {
                if (info.has(file)) {
                    Path path = study.caseFile(info.id(), file);
                    inputs.put(study.root().relativize(path).toString(), Hashes.of(path));
                } else {
                    missing.add(file);
                }
            }
            String fingerprint = fingerprint(inputs, info.role());
            Optional<PreparedCase> same = unchanged(info.id(), fingerprint);
            if (same.isPresent()) {
                before.incrementAndGet();
                return same.get();
            }
            PreparedCase made = missing.isEmpty() ? make(info, inputs, fingerprint, monitor)
                    : excluded(info, fingerprint, missing(missing));
            StudyJson.write(files.caseFile(info.id()), made);
            return made;
        }

        private PreparedCase make(CaseInfo info, Map<String, String> inputs, String fingerprint,
                IProgressMonitor monitor) throws GlomeraException {
            Map<Channel, Volume> images = CaseImages.channels(study, info, network.channels());
            CaseFile drawn = network.hybrid() ? CaseFile.KIDNEYS_SPECT : CaseFile.KIDNEYS_CT;
            LabelMap kidneys = CaseImages.kidneys(study, info, drawn);
            Channel reference = network.hybrid() ? Channel.SPECT : Channel.CT;
            Optional<String> fault = CaseChecks.fault(images, kidneys, reference);
            if (fault.isPresent()) {
                return excluded(info, fingerprint, fault.get());
            }
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            Grid grid = images.get(reference).grid();
            Vector3 field = InputBuilder.fieldOfViewMm(grid);
            InputBuilder builder = new InputBuilder(network.channels(), preparation(network, field));
            Grid inputGrid = builder.inputGrid(grid);
            List<Normalised> input = builder.scaled(builder.resampled(images, grid, inputGrid));
            Map<Channel, ValueScale> scales = new EnumMap<>(Channel.class);
            for (int i = 0; i < input.size(); i++) {
                Channel channel = network.channels().get(i);
                scales.put(channel, input.get(i).scale());
                NiftiFiles.write(files.channel(info.id(), channel),
                        new Volume(inputGrid, Quantity.UNKNOWN, input.get(i).values()));
            }
            NiftiFiles.write(files.mask(info.id()), new LabelMap(inputGrid, builder.mask(kidneys)));
            return new PreparedCase(info.id(), info.role(), fingerprint, "", inputs, numbers(field),
                    numbers(inputGrid.spacingMm()), scales);
        }

        private static List<Double> numbers(Vector3 vector) {
            return List.of(vector.x(), vector.y(), vector.z());
        }

        private static PreparedCase excluded(CaseInfo info, String fingerprint, String reason) {
            return PreparedCase.excluded(info.id(), info.role(), fingerprint, reason);
        }

        private Optional<PreparedCase> unchanged(String caseId, String fingerprint) throws GlomeraException {
            Path file = files.caseFile(caseId);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            PreparedCase before = StudyJson.read(file, PreparedCase.class);
            boolean whole = before.fingerprint().equals(fingerprint);
            if (whole && before.usable()) {
                whole = Files.isRegularFile(files.mask(caseId))
                        && (network.training().augmentations().isEmpty() || before.knowsFacts(network.channels()));
                for (Channel channel : network.channels()) {
                    whole &= Files.isRegularFile(files.channel(caseId, channel));
                }
            }
            return whole ? Optional.of(before) : Optional.empty();
        }

        private String fingerprint(Map<String, String> inputs, Role role) {
            List<String> texts = new ArrayList<>(List.of(WAY, role.word(), network.channels().toString(),
                    network.inputSize().toString(), StudyJson.toText(network.preparation())));
            inputs.forEach((path, hash) -> texts.addAll(List.of(path, hash)));
            return Hashes.ofTexts(texts);
        }
    }
}
