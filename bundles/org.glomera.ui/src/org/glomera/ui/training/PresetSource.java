package org.glomera.ui.training;

import java.util.List;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;

/**
 * Where the settings of a training come from.
 *
 * @param name what the runs keep as the name of their preset
 * @param title what a user is shown
 * @param description what it is for
 * @param networks its networks
 * @param preset the name or file by which the preset is loaded; {@code demo} for the settings of a run, since only the
 *        networks of a saved preset differ then
 * @param run the name of the run that the settings are those of; empty for a preset
 */
record PresetSource(String name, String title, String description, List<NetworkPreset> networks, String preset,
        String run) {

    /** Copies the list. */
    PresetSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(description);
        networks = List.copyOf(networks);
    }

    /** A preset of the program or of a file. */
    static PresetSource ofPreset(String nameOrFile) throws GlomeraException {
        Preset preset = Presets.load(nameOrFile);
        return new PresetSource(preset.name(), preset.title(), preset.description(), preset.networks(), nameOrFile, "");
    }

    /** The settings of a run of the study. */
    static PresetSource ofRun(StudyFolder study, String run) throws GlomeraException {
        RunInfo info = study.readRun(run);
        NetworkPreset network = Presets.ofRun(info);
        return new PresetSource(info.preset(), network.title(), "The settings that the run " + run + " was made with.",
                List.of(network), Presets.names().get(0), run);
    }

    boolean isRun() {
        return !run.isEmpty();
    }
}
