package org.glomera.ui.segmenting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The networks that are offered for a study. */
class NetworkChoiceTest {

    @TempDir
    Path folder;

    private static void addRun(StudyFolder study, String name, String network) throws GlomeraException, IOException {
        Path from = TrainedNetworks.ofPlugins().require(network).folder();
        Path to = Files.createDirectories(study.runFolder(name));
        for (String file : List.of(ModelFolder.CARD, ModelFolder.WEIGHTS, "run.json")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    @Test
    void foldsOfARun_areOfferedTogether_beforeTheRunsAndThePlugInsNetworks() throws GlomeraException, IOException {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "Study");
        addRun(study, "a_fold1", "phantom-hybrid");
        addRun(study, "a_fold2", "phantom-hybrid");
        addRun(study, "b", "phantom-standard");
        List<NetworkChoice> choices = NetworkChoice.all(study.root());
        assertEquals(List.of("a", "a_fold1", "a_fold2", "b"), choices.stream().map(NetworkChoice::name).limit(4).toList());
        NetworkChoice folds = choices.get(0);
        assertEquals(List.of(study.runFolder("a_fold1"), study.runFolder("a_fold2")), folds.folders());
        assertTrue(folds.title().contains("all 2 folds"), folds.title());
        assertTrue(folds.needsSpect());
        assertFalse(choices.get(3).needsSpect());
        assertTrue(choices.stream().anyMatch(each -> each.name().equals("phantom-standard-diagnostic")), choices.toString());
    }

    @Test
    void runThatIsNotTrainedYet_isNotOffered() throws GlomeraException, IOException {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "Study");
        addRun(study, "a", "phantom-standard");
        Files.delete(study.runFolder("a").resolve(ModelFolder.CARD));
        assertTrue(NetworkChoice.all(study.root()).stream().noneMatch(each -> each.name().equals("a")));
    }
}
