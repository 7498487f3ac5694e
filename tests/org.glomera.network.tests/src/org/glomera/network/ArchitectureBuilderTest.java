package org.glomera.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;

class ArchitectureBuilderTest {

    private static final ArchitectureParameters SIZE = new ArchitectureParameters(2, 1, 4, 6, 8);

    /** An architecture for CT that builds what a function gives. */
    private static NetworkArchitecture ct(Function<ArchitectureParameters, NetworkGraph> build) {
        return new NetworkArchitecture() {
            @Override
            public List<Channel> channels() {
                return List.of(Channel.CT);
            }

            @Override
            public NetworkGraph build(ArchitectureParameters parameters) {
                return build.apply(parameters);
            }
        };
    }

    private static void assertRefused(Kind kind, String words, Function<ArchitectureParameters, NetworkGraph> build) {
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> ArchitectureBuilder.build("mine", ct(build), SIZE));
        assertEquals(kind, refused.kind());
        assertTrue(refused.getMessage().startsWith("The architecture 'mine' "), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void build_givesTheArchitecturesNetwork() throws GlomeraException {
        assertEquals(new StandardUNet().build(SIZE), ArchitectureBuilder.build("standard", new StandardUNet(), SIZE));
    }

    @Test
    void build_saysWhyASizeIsRefused() {
        assertRefused(Kind.CONFIGURATION, "2 filters and 1 levels on 4 x 6 x 8 voxels: It is too small.", size -> {
            throw new IllegalArgumentException("It is too small.");
        });
    }

    @Test
    void build_namesAnArchitectureThatFails() {
        assertRefused(Kind.MISSING_COMPONENT, "fails with java.lang.ArithmeticException", size -> {
            throw new ArithmeticException("/ by zero");
        });
        assertRefused(Kind.MISSING_COMPONENT, "fails with java.lang.StackOverflowError", this::endless);
        assertRefused(Kind.MISSING_COMPONENT, "fails with java.lang.NoSuchMethodError", size -> {
            throw new NoSuchMethodError("of another version");
        });
    }

    private NetworkGraph endless(ArchitectureParameters parameters) {
        return endless(parameters);
    }

    @Test
    void build_namesAnArchitectureThatBuildsNothingOrSomethingElse() {
        assertRefused(Kind.MISSING_COMPONENT, "builds no network", size -> null);
        assertRefused(Kind.MISSING_COMPONENT, "a network for [spect, ct] of 4 x 6 x 8", new HybridUNet()::build);
        assertRefused(Kind.MISSING_COMPONENT, "for an input of [ct] of 4 x 6 x 8 voxels it builds a network for [ct] of"
                + " 8 x 6 x 4 voxels", size -> new StandardUNet().build(new ArchitectureParameters(2, 1, 8, 6, 4)));
    }
}
