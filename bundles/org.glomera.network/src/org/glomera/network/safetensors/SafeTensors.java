package org.glomera.network.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensorsHeader.Entry;

/**
 * Weights as safetensors: eight bytes with the length of a JSON header (little-endian), the header (name, {@code F32},
 * shape and place of each tensor), the numbers as little-endian 32-bit floats. Python's safetensors reads the same
 * file. After the description of the format in the documentation of Hugging Face's safetensors 0.4.
 */
public final class SafeTensors {

    private static final int BUFFER_BYTES = 1 << 20;

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

    /** What is done with an open file; its place is after the header. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(FileChannel channel, SafeTensorsHeader header) throws IOException;
    }

    private SafeTensors() {
    }

    /**
     * Writes a file in one move. The same content gives the same bytes.
     *
     * @throws GlomeraException (resources) when it cannot be written; the file is as it was then
     */
    public static void write(Path file, NetworkWeights weights, Map<String, String> metadata)
            throws GlomeraException {
        byte[] header = SafeTensorsHeader.toBytes(weights, metadata);
        try {
            AtomicFiles.write(file, out -> {
                out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length)
                        .array());
                out.write(header);
                for (Tensor tensor : weights.tensors().values()) {
                    writeValues(out, tensor.values());
                }
            });
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + file + "' could not be written: " + reason(e)
                    + ". Make room on the disk or check the rights to write there.", e);
        }
    }

    private static void writeValues(OutputStream out, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int done = 0;
        while (done < values.length) {
            int count = Math.min(BUFFER_BYTES / Float.BYTES, values.length - done);
            buffer.clear().asFloatBuffer().put(values, done, count);
            out.write(buffer.array(), 0, count * Float.BYTES);
            done += count;
        }
    }

    /**
     * Reads a file. Memory is taken only for what the file really holds.
     *
     * @throws GlomeraException (input) when it is missing or not well formed: a header that is too long or no JSON,
     *         tensors that overlap, leave gaps, reach beyond the end or are not F32
     */
    public static Content read(Path file) throws GlomeraException {
        return open(file, (channel, header) -> {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (Entry entry : header.entries()) {
                tensors.put(entry.name(), new Tensor(entry.shape(), readValues(channel, entry.valueCount())));
            }
            return new Content(new NetworkWeights(tensors), header.metadata());
        });
    }

    /**
     * Counts the numbers of all tensors; reads the header alone.
     *
     * @throws GlomeraException as {@link #read} does
     */
    public static long valueCount(Path file) throws GlomeraException {
        return open(file, (channel, header) -> header.entries().stream().mapToLong(Entry::valueCount).sum());
    }

    private static <T> T open(Path file, Reading<T> reading) throws GlomeraException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < Long.BYTES) {
                throw new MalformedHeaderException("it has fewer than eight bytes");
            }
            long headerBytes = readFully(channel, Long.BYTES).getLong();
            if (headerBytes < 2 || headerBytes > Math.min(SafeTensorsHeader.LONGEST_BYTES, size - Long.BYTES)) {
                throw new MalformedHeaderException("it says that its header has " + headerBytes + " bytes");
            }
            return reading.read(channel, SafeTensorsHeader.parse(readFully(channel, (int) headerBytes).array(),
                    size - Long.BYTES - headerBytes));
        } catch (MalformedHeaderException e) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is not a whole safetensors file: " + e.getMessage()
                    + ". Copy it again from its source.", e);
        } catch (NoSuchFileException e) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is not there. Check the path.", e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' cannot be read: " + reason(e) + ". "
                    + (Files.isDirectory(file) ? "Name the file, not its folder." : "Check the file and its rights."),
                    e);
        }
    }

    private static float[] readValues(ReadableByteChannel channel, int count) throws IOException {
        float[] values = new float[count];
        int done = 0;
        while (done < count) {
            int part = Math.min(BUFFER_BYTES / Float.BYTES, count - done);
            readFully(channel, part * Float.BYTES).asFloatBuffer().get(values, done, part);
            done += part;
        }
        return values;
    }

    private static ByteBuffer readFully(ReadableByteChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new MalformedHeaderException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
