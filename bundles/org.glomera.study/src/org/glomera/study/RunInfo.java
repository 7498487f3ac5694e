package org.glomera.study;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The content of {@code run.json}: one network, what it was trained on and how, and how far it has come. Made by
 * {@link #planned} and the {@code with} methods.
 *
 * @param name name of the run's folder
 * @param title what the network is called, for people
 * @param state how far the run has come
 * @param remark why the run stopped or failed, that it began anew or was stopped on purpose, as a sentence; empty
 *        otherwise
 * @param architecture id of the network's architecture
 * @param preset name of the preset that the run was made from; empty when there was none
 * @param configuration all settings of preparation and training as a JSON object; never changed after it was given
 * @param seed seed of every random number of the run
 * @param epochsDone number of finished epochs
 * @param epochsPlanned number of epochs to do
 * @param reportedEpoch the epoch whose weights the results come from, 0 as long as there is none
 * @param reportedEpochReason why this epoch, as a sentence; empty as long as there is none
 * @param trainingImages number of images trained on
 * @param testImages number of images tested on
 * @param excluded cases that were left out
 * @param segmentationGrid whose grid the segmentations lie on
 * @param versions versions by name: this program, Java, the training engine
 * @param inputHashes SHA-256 of every input, by its path in the study folder
 * @param started when the run was made
 * @param updated when this file was last written
 * @param cases which training cases were used for what, where not all of them were learned from
 * @param origin where the first weights came from, when they were not drawn at random
 * @param endedEarly whether early stopping ended the training before the last planned epoch
 */
public record RunInfo(String name, String title, RunState state, String remark, String architecture, String preset,
        JsonNode configuration, long seed, int epochsDone, int epochsPlanned, int reportedEpoch,
        String reportedEpochReason, int trainingImages, int testImages, List<Excluded> excluded,
        ImageGrid segmentationGrid, Map<String, String> versions, Map<String, String> inputHashes, Instant started,
        Instant updated, @WhenAbsent("{}") RunCases cases, @WhenAbsent("{}") RunOrigin origin,
        @WhenAbsent("false") boolean endedEarly) {

    /** Refuses a name that is none, counts below 0, more epochs done than planned, and a reported epoch not done. */
    public RunInfo {
        Names.check("run", name);
        Objects.requireNonNull(title, "title is missing");
        Objects.requireNonNull(state, "state is missing");
        Objects.requireNonNull(remark, "remark is missing");
        Objects.requireNonNull(architecture, "architecture is missing");
        Objects.requireNonNull(preset, "preset is missing");
        if (!configuration.isObject()) {
            throw new IllegalArgumentException("configuration is no JSON object");
        }
        if (epochsPlanned < 1 || epochsDone < 0 || epochsDone > epochsPlanned) {
            throw new IllegalArgumentException(epochsDone + " of " + epochsPlanned + " epochs are done");
        }
        if (reportedEpoch < 0 || reportedEpoch > epochsDone) {
            throw new IllegalArgumentException("epoch " + reportedEpoch + " is reported, but only " + epochsDone
                    + " are done");
        }
        Objects.requireNonNull(reportedEpochReason, "reportedEpochReason is missing");
        if (trainingImages < 0 || testImages < 0) {
            throw new IllegalArgumentException("a number of images is below 0");
        }
        excluded = List.copyOf(excluded);
        Objects.requireNonNull(segmentationGrid, "segmentationGrid is missing");
        versions = Copies.ordered(versions);
        inputHashes = Copies.ordered(inputHashes);
        Objects.requireNonNull(started, "started is missing");
        Objects.requireNonNull(updated, "updated is missing");
        Objects.requireNonNull(cases, "cases is missing");
        Objects.requireNonNull(origin, "origin is missing");
    }

    /** A run that is about to begin: state {@link RunState#PREPARED}, no epoch done, no data named yet. */
    public static RunInfo planned(String name, String title, String architecture, ImageGrid segmentationGrid,
            long seed, int epochsPlanned, Instant now) {
        return new RunInfo(name, title, RunState.PREPARED, "", architecture, "", JsonNodeFactory.instance.objectNode(),
                seed, 0, epochsPlanned, 0, "", 0, 0, List.of(), segmentationGrid, Map.of(), Map.of(), now, now, RunCases.ALL,
                RunOrigin.RANDOM, false);
    }

    /** Whether its training was stopped on purpose before the last planned epoch, and what was learned is kept. */
    public boolean keptEarly() {
        return state == RunState.FINISHED && epochsDone < epochsPlanned && !endedEarly;
    }

    /** This run under another title. */
    public RunInfo withTitle(String newTitle) {
        return new RunInfo(name, newTitle, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, updated, cases, origin, endedEarly);
    }

    /** This run made from a preset with these settings. */
    public RunInfo withConfiguration(String newPreset, JsonNode newConfiguration) {
        return new RunInfo(name, title, state, remark, architecture, newPreset, newConfiguration.deepCopy(), seed,
                epochsDone, epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, updated, cases, origin, endedEarly);
    }

    /** This run with these data. */
    public RunInfo withData(int newTrainingImages, int newTestImages, List<Excluded> newExcluded,
            Map<String, String> newInputHashes) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, newTrainingImages, newTestImages, newExcluded,
                segmentationGrid, versions, newInputHashes, started, updated, cases, origin, endedEarly);
    }

    /** This run with these versions. */
    public RunInfo withVersions(Map<String, String> newVersions) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, newVersions, inputHashes, started, updated, cases, origin, endedEarly);
    }

    /** This run in another state, with the sentence that says why, or an empty one. */
    public RunInfo withState(RunState newState, String newRemark, Instant now) {
        return new RunInfo(name, title, newState, newRemark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, now, cases, origin, endedEarly);
    }

    /** This run, whose training early stopping has ended before the last planned epoch, or has not. */
    public RunInfo withEndedEarly(boolean newEndedEarly) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, updated, cases, origin, newEndedEarly);
    }

    /** This run with so many finished epochs, of which the reported one and the reason for it; 0 and empty for none. */
    public RunInfo withEpochs(int newEpochsDone, int newReportedEpoch, String reason, Instant now) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, newEpochsDone,
                epochsPlanned, newReportedEpoch, reason, trainingImages, testImages, excluded, segmentationGrid,
                versions, inputHashes, started, now, cases, origin, endedEarly);
    }

    /** This run with these cases. */
    public RunInfo withCases(RunCases newCases) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, updated, newCases, origin, endedEarly);
    }

    /** This run with first weights of this origin. */
    public RunInfo withOrigin(RunOrigin newOrigin) {
        return new RunInfo(name, title, state, remark, architecture, preset, configuration, seed, epochsDone,
                epochsPlanned, reportedEpoch, reportedEpochReason, trainingImages, testImages, excluded,
                segmentationGrid, versions, inputHashes, started, updated, cases, newOrigin, endedEarly);
    }
}
