package org.glomera.network.safetensors;

import java.nio.file.Path;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.network.graph.NetworkWeights;

/**
 * Weights as safetensors: eight bytes with the length of a JSON header, the header (name, {@code F32}, shape and place
 * of each tensor), the numbers as little-endian floats. Python's safetensors reads the same file.
 */
public final class SafeTensors {

    /**
     * A file's content.
     *
     * @param weights the tensors in the order of their place in the file
     * @param metadata the texts beside them by name
     */
    public record Content(NetworkWeights weights, Map<String, String> metadata) {

        /** Keeps a copy of the texts. */
        public Content {
            metadata = Map.copyOf(metadata);
        }
    }

    private SafeTensors() {
    }

    /** Writes a file in one move. The same content gives the same bytes. */
    public static void write(Path file, NetworkWeights weights, Map<String, String> metadata)
            throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a file.
     *
     * @throws GlomeraException (input) when it is missing or not well formed: a header that is too long or no JSON,
     *         tensors that overlap, leave gaps, reach beyond the end or are not F32
     */
    public static Content read(Path file) throws GlomeraException {
        throw new UnsupportedOperationException();
    }
}
