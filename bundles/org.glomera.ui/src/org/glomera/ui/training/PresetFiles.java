package org.glomera.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;

/** Writes presets of the wizard. */
final class PresetFiles {

    private PresetFiles() {
    }

    /** Writes networks as a preset whose name is the file's; its cohort is that of the preset they come from. */
    static Job write(Control owner, PresetSource source, List<NetworkPreset> networks, Path file, Runnable then,
            Consumer<String> failed) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return Background.run(owner, "Saving a preset", monitor -> {
            Presets.write(Presets.load(source.preset()).withNetworks(name, "Settings saved as " + name,
                    "Made from '" + source.title() + "'.", networks), file);
            return file;
        }, written -> then.run(), failed);
    }
}
