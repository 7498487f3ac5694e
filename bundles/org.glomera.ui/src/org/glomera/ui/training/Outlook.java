package org.glomera.ui.training;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.estimating.Machine;
import org.glomera.pipeline.estimating.MemoryCheck;
import org.glomera.pipeline.estimating.NetworkForecast;
import org.glomera.pipeline.estimating.Sizes;
import org.glomera.pipeline.estimating.Speed;
import org.glomera.pipeline.estimating.TimeEstimate;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.StudyFolder;

/**
 * What the trainings of the wizard will take, by the names of their runs.
 *
 * @param forecasts cases, memory and disk of each
 * @param speeds how fast each is trained, as far as that is known
 * @param machine what is free
 * @param freeDiskBytes what can still be written in the study's folder
 * @param evaluable other finished runs of the study that can be measured
 * @param beingWritten whether another task writes in the study at this moment
 */
record Outlook(Map<String, NetworkForecast> forecasts, Map<String, Speed> speeds, Machine machine, long freeDiskBytes,
        List<String> evaluable, boolean beingWritten) {

    private static final System.Logger LOG = System.getLogger(Outlook.class.getName());

    /** A case that networks leave out: its role and why. */
    record LeftOut(String caseId, String role, String networks, String reason) {
    }

    /** Keeps the order of the maps. */
    Outlook {
        forecasts = new LinkedHashMap<>(forecasts);
        speeds = new LinkedHashMap<>(speeds);
        evaluable = List.copyOf(evaluable);
    }

    /** Looks at the study and the machine; reads files, measures nothing. */
    static Outlook of(PipelineServices services, Path root, List<NetworkPreset> networks, List<String> others,
            IProgressMonitor monitor) throws GlomeraException {
        StudyFolder study = StudyFolder.open(root);
        TrainingForecast service = services.forecast();
        Map<String, NetworkForecast> forecasts = new LinkedHashMap<>();
        Map<String, Speed> speeds = new LinkedHashMap<>();
        for (NetworkPreset network : networks) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            forecasts.put(network.name(), service.of(study, network));
            Optional<Speed> recorded = service.recorded(study, network);
            recorded.ifPresent(speed -> speeds.put(network.name(), speed));
        }
        List<String> evaluable = new ArrayList<>();
        for (String run : others) {
            if (Files.isRegularFile(study.runFolder(run).resolve("weights.safetensors"))
                    && Files.isRegularFile(study.preparedFolder(networkOf(study, run)).resolve("prepared.json"))) {
                evaluable.add(run);
            }
        }
        return new Outlook(forecasts, speeds, Machine.now(), freeDisk(root), evaluable, study.isBeingWritten());
    }

    /** The network of a run, whose name the prepared images have. */
    private static String networkOf(StudyFolder study, String run) throws GlomeraException {
        return study.readRun(run).configuration().path("name").asText(run);
    }

    private static long freeDisk(Path root) {
        try {
            return Machine.freeDiskBytes(root);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The system does not tell how much of the disk is free.", e);
            return Long.MAX_VALUE;
        }
    }

    /** The same with the speeds of further networks. */
    Outlook withSpeeds(Map<String, Speed> more) {
        Map<String, Speed> all = new LinkedHashMap<>(speeds);
        all.putAll(more);
        return new Outlook(forecasts, all, machine, freeDiskBytes, evaluable, beingWritten);
    }

    /** Networks whose speed is not known by steps of the same network on this machine. */
    List<NetworkPreset> unmeasured() {
        return forecasts.values().stream().map(NetworkForecast::network).filter(network -> {
            Speed speed = speeds.get(network.name());
            return speed == null || speed.basis() != Speed.Basis.SAME_NETWORK;
        }).toList();
    }

    /** The time of a network's training; empty while its speed is not known. */
    Optional<TimeEstimate> time(String run, int epochsDone) {
        return Optional.ofNullable(speeds.get(run)).map(speed -> forecasts.get(run).time(speed, epochsDone));
    }

    /** Why the training cannot start; empty when it can. */
    Optional<String> obstacle() {
        for (NetworkForecast forecast : forecasts.values()) {
            String role = forecast.cases().training().isEmpty() ? "training"
                    : forecast.cases().test().isEmpty() ? "test" : "";
            if (!role.isEmpty()) {
                return Optional.of(forecast.network().name() + " has no " + role + " case in this study"
                        + forecast.cases().excluded().stream().filter(one -> one.role().equals(role)).findFirst()
                                .map(one -> ". Case " + one.caseId() + " for one: " + one.reason())
                                .orElse(". Import cases, or assign roles."));
            }
        }
        for (NetworkForecast forecast : forecasts.values()) {
            Optional<String> refusal = MemoryCheck.refusal("Training " + forecast.network().name(),
                    forecast.leastMemoryBytes(), machine.freeMemoryBytes());
            if (refusal.isPresent() && !MemoryCheck.UNCHECKED.equals(System.getenv(MemoryCheck.VARIABLE))) {
                return refusal;
            }
        }
        return beingWritten ? Optional.of("Another task writes in this study now. The training can start when it is"
                + " finished or stopped.") : Optional.empty();
    }

    /** What may go wrong. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (NetworkForecast forecast : forecasts.values()) {
            if (forecast.memoryBytes() > machine.freeMemoryBytes()) {
                warnings.add(forecast.network().name() + " needs about " + Sizes.inWords(forecast.memoryBytes())
                        + " of memory, but only " + Sizes.inWords(machine.freeMemoryBytes()) + " are free. It may end with"
                        + " an error or slow the machine down: close other programs, or take a smaller input size or"
                        + " fewer filters.");
            }
        }
        long disk = forecasts.values().stream().mapToLong(NetworkForecast::diskBytes).sum();
        if (disk > freeDiskBytes) {
            warnings.add("Up to " + Sizes.inWords(disk) + " will be written, but only " + Sizes.inWords(freeDiskBytes)
                    + " are free on the study's disk. Make room first.");
        }
        return warnings;
    }

    /** What a user may want to know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String first = forecasts.values().stream().filter(forecast -> forecast.cases().toPrepare() > 0)
                .map(forecast -> forecast.network().name() + " (" + forecast.cases().toPrepare() + ")")
                .collect(Collectors.joining(", "));
        if (!first.isEmpty()) {
            notes.add("Cases whose images are prepared first: " + first + ". A case that is found unusable then is left"
                    + " out and listed.");
        }
        speeds.values().stream().findFirst().ifPresent(speed -> notes.add("Time: estimated " + speed.source()
                + ", for all epochs with the look at the test cases after each."));
        notes.add("Free: " + Sizes.inWords(machine.freeMemoryBytes()) + " of " + Sizes.inWords(machine.memoryBytes())
                + " memory" + (freeDiskBytes == Long.MAX_VALUE ? "" : ", " + Sizes.inWords(freeDiskBytes) + " disk") + "; "
                + machine.processors() + " processors.");
        return notes;
    }

    /** The cases that are left out; one line for those that several networks leave out for one reason. */
    List<LeftOut> leftOut() {
        record Key(String caseId, String role, String reason) {
        }
        Map<String, Map<Key, List<String>>> found = new TreeMap<>();
        forecasts.forEach((run, forecast) -> forecast.cases().excluded().forEach(one -> found
                .computeIfAbsent(one.caseId(), id -> new LinkedHashMap<>())
                .computeIfAbsent(new Key(one.caseId(), one.role(), one.reason()), key -> new ArrayList<>()).add(run)));
        return found.values().stream().flatMap(byKey -> byKey.entrySet().stream())
                .map(entry -> new LeftOut(entry.getKey().caseId(), entry.getKey().role(),
                        entry.getValue().size() == forecasts.size() ? "all" : String.join(", ", entry.getValue()),
                        entry.getKey().reason()))
                .toList();
    }
}
