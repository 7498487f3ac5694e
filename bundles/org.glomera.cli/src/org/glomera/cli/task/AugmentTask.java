package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.augmentation.AugmentationInfo;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.pipeline.AugmentRequest;
import org.glomera.pipeline.preset.NetworkPreset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A picture of what augmentation makes of a prepared image. */
@Command(name = "augment", header = "Draw what augmentation makes of a prepared image, to look at it before training.",
        description = {"", "The image as it was prepared, and as a training of this seed sees it in its first eight"
                + " epochs where it comes first. The study is only read.", ""})
public final class AugmentTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.PresetOption preset;

    @Mixin
    private Options.NetworkOption networks;

    @Option(names = "--case", paramLabel = "ID", defaultValue = "",
            description = "The case. Default: the first training case.")
    private String caseId;

    @Option(names = "--with", paramLabel = "ID", split = ",",
            description = "Augmentations with the values that their plug-ins suggest, for every image, in place of the"
                    + " preset's: for instance rotation,noise.")
    private List<String> with = List.of();

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "The picture; it is replaced.")
    private Path out;

    /** Makes the task. */
    public AugmentTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        List<NetworkPreset> chosen = networks.of(preset.load());
        if (chosen.size() != 1) {
            throw new GlomeraException(Kind.CONFIGURATION, "One picture shows one network: give --network and one of "
                    + String.join(", ", chosen.stream().map(NetworkPreset::name).toList()) + ".");
        }
        context.run(context.services().augment(), new AugmentRequest(study.folder(), chosenWith(chosen.get(0)), caseId,
                out.toAbsolutePath())).forEach(context.terminal()::result);
        context.terminal().result("Picture: " + out);
        return 0;
    }

    private NetworkPreset chosenWith(NetworkPreset network) {
        if (with.isEmpty()) {
            return network;
        }
        List<AugmentationInfo> known = Augmentations.ofPlugins().infos();
        List<AugmentationSetting> settings = new ArrayList<>();
        for (String id : with) {
            AugmentationSetting suggested = known.stream().filter(info -> info.id().equals(id)).findFirst()
                    .map(AugmentationInfo::suggested).orElse(new AugmentationSetting(id, 1, null));
            settings.add(new AugmentationSetting(id, 1, suggested.parameters()));
        }
        return network.withTraining(network.training().change().augmentations(settings).configuration());
    }
}
