package org.glomera.pipeline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.file.Digests;
import org.glomera.phantom.CtSampling;
import org.glomera.phantom.PhantomSpec;
import org.glomera.phantom.SpectSampling;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;

/** A preset small enough for a test: nine coarse phantoms, three networks on 16 x 16 x 16 voxels, two epochs. */
public final class SmallStudy {

    private static final long SEED = 3;

    private SmallStudy() {
    }

    /**
     * Two SPECT/CT and one diagnostic CT for training, two test cases, and the three kinds of unusable cases: left
     * kidney missing, CT truncated, right kidney missing. Voxels are anisotropic.
     */
    public static PhantomSpec spec() {
        return new PhantomSpec(2, 1, 2, 3, 1, 1, 15, 1, SEED, new CtSampling(50, 50, 36, 8, 8, 10, 20, false),
                new CtSampling(64, 64, 45, 6.2, 6.2, 8, 12, true),
                new SpectSampling(50, 50, 42, 8, 8, 8.5, 12, 6, 5, 1200), null);
    }

    /** The preset. */
    public static Preset preset() throws GlomeraException {
        Preset demo = Presets.load("demo");
        List<NetworkPreset> networks = demo.networks().stream()
                .map(n -> new NetworkPreset(n.name(), n.title(), n.architecture(), n.channels(), n.cases(), 2, 2,
                        List.of(16, 16, 16), n.preparation(), n.training().withEpochs(2)))
                .toList();
        return new Preset(Preset.FORMAT, "small", "A small <study> & its test", "For tests.", spec(), networks);
    }

    /** SHA-256 of every file below a folder by its relative path, but for those that name the time of a run. */
    public static Map<String, String> hashes(Path folder, String... leftOut) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (Stream.of(leftOut).noneMatch(name::endsWith)) {
                    hashes.put(name, Digests.sha256(file));
                }
            }
        }
        return hashes;
    }
}
