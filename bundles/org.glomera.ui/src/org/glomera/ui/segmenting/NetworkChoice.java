package org.glomera.ui.segmenting;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.glomera.core.GlomeraException;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.study.StudyFolder;

/**
 * A network, or the folds of a cross-validation, that a user may segment with.
 *
 * @param name short, for the result's name
 * @param title its name for a person
 * @param sees the images that it sees
 * @param input its input size
 * @param from where it is from
 * @param needsSpect whether it sees the SPECT
 * @param folders its folder, or those of the folds
 */
record NetworkChoice(String name, String title, String sees, String input, String from, boolean needsSpect,
        List<Path> folders) {

    private static final System.Logger LOG = System.getLogger(NetworkChoice.class.getName());
    private static final Pattern FOLD = Pattern.compile("(.+)_fold\\d+");

    NetworkChoice {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        folders = List.copyOf(folders);
    }

    /** The networks of a study's runs, its folds together too, then those of plug-ins. Reads files: not on the UI thread. */
    static List<NetworkChoice> all(Path studyRoot) throws GlomeraException {
        StudyFolder study = StudyFolder.open(studyRoot);
        List<NetworkChoice> runs = new ArrayList<>();
        Map<String, List<NetworkChoice>> folds = new TreeMap<>();
        for (String run : study.runs()) {
            Path folder = study.runFolder(run);
            if (!Files.isRegularFile(folder.resolve(ModelFolder.CARD))) {
                continue;
            }
            try {
                NetworkChoice choice = of(run, ModelFolder.readCard(folder), "run of this study", folder);
                runs.add(choice);
                Matcher fold = FOLD.matcher(run);
                if (fold.matches()) {
                    folds.computeIfAbsent(fold.group(1), name -> new ArrayList<>()).add(choice);
                }
            } catch (GlomeraException e) {
                LOG.log(Level.INFO, "A run's network cannot be read, so it is not offered.", e);
            }
        }
        List<NetworkChoice> choices = new ArrayList<>();
        folds.forEach((name, members) -> choices.add(new NetworkChoice(name, members.get(0).title() + ", all "
                + members.size() + " folds", members.get(0).sees(), members.get(0).input(), "runs of this study",
                members.get(0).needsSpect(), members.stream().flatMap(each -> each.folders().stream()).toList())));
        choices.addAll(runs);
        for (TrainedNetwork network : TrainedNetworks.ofPlugins().all()) {
            choices.add(of(network.id(), network.card(), network.plugin(), network.folder()));
        }
        return choices;
    }

    private static NetworkChoice of(String name, ModelCard card, String from, Path folder) {
        InputPreparation input = card.preparation();
        boolean spect = card.channels().contains(Channel.SPECT);
        return new NetworkChoice(name, card.title(), spect ? "SPECT and CT" : "CT", input.nx() + " × " + input.ny() + " × "
                + input.nz(), from, spect, List.of(folder));
    }
}
