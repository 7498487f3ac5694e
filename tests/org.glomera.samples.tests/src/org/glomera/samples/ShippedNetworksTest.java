package org.glomera.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.network.Networks;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;

/** The trained networks of {@code models/}, as the installed program has them. */
class ShippedNetworksTest {

    private static final List<String> IDS = List.of("phantom-hybrid", "phantom-standard",
            "phantom-standard-diagnostic");

    private static List<TrainedNetwork> networks() {
        return TrainedNetworks.ofPlugins().all();
    }

    @Test
    void all_areListedInTheOrderOfTheirIds() {
        assertEquals(IDS, networks().stream().map(TrainedNetwork::id).toList());
    }

    @Test
    void eachOne_isFoundByItsName() throws GlomeraException {
        for (TrainedNetwork network : networks()) {
            assertEquals(network.folder(), TrainedNetworks.ofPlugins().folder(network.id()));
            assertEquals("org.glomera.samples", network.plugin());
        }
    }

    /** Reading weights compares their SHA-256 with the card, their shapes with the graph, and looks for NaN. */
    @Test
    void theWeights_areThoseOfTheirCardAndArchitecture() throws GlomeraException {
        for (TrainedNetwork network : networks()) {
            ModelCard card = network.card();
            NetworkGraph graph = Networks.architecture(card.architecture()).build(card.parameters());
            assertFalse(ModelFolder.readWeights(network.folder(), card, graph).tensors().isEmpty(), network.id());
            assertEquals(Networks.architecture(card.architecture()).channels(), card.channels());
        }
    }

    @Test
    void theCards_areThoseOfTheThreeNetworksOfTheDemo() throws GlomeraException, IOException {
        List<String> titles = List.of("Network 1: hybrid, SPECT and CT", "Network 2: standard, CT of SPECT/CT",
                "Network 3: standard, CT of SPECT/CT and diagnostic CT");
        for (int i = 0; i < IDS.size(); i++) {
            TrainedNetwork network = TrainedNetworks.ofPlugins().require(IDS.get(i));
            assertEquals("network" + (i + 1), network.card().name());
            assertEquals(titles.get(i), network.card().title());
            assertTrue(Files.readString(card(network)).startsWith("# " + titles.get(i) + "\n"));
            assertTrue(network.card().remarks().stream().anyMatch(remark -> remark.contains("not for patients")));
            RunInfo run = StudyJson.read(network.folder().resolve("run.json"), RunInfo.class);
            assertEquals(RunState.FINISHED, run.state());
            assertEquals(network.card().epochs(), run.epochsDone());
        }
    }

    private static Path card(TrainedNetwork network) {
        return network.folder().resolve("CARD.md");
    }

    @Test
    void noFile_namesAPathOfTheMachineThatTrainedThem() throws IOException {
        // a quoted or spaced path that begins at the root and has two parts at least, such as "/home/name
        Pattern absolute = Pattern.compile("(^|[\\s\"'(=])(/[A-Za-z0-9._-]+){2,}|[A-Z]:\\\\\\\\");
        for (TrainedNetwork network : networks()) {
            try (Stream<Path> files = Files.list(network.folder())) {
                for (Path file : files.filter(each -> !each.toString().endsWith(".safetensors")).toList()) {
                    assertFalse(absolute.matcher(Files.readString(file)).find(), file.toString());
                }
            }
        }
    }

    /** The repository stays small: all networks together below 20 MB. */
    @Test
    void theNetworks_areSmall() throws IOException {
        long bytes = 0;
        for (TrainedNetwork network : networks()) {
            try (Stream<Path> files = Files.list(network.folder())) {
                for (Path file : files.toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        assertTrue(bytes > 0 && bytes < 20_000_000, bytes + " bytes");
    }
}
