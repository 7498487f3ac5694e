package org.glomera.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The same U-Net in a Python of this machine with PyTorch, a process of its own each time. */
final class PythonUNet {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final String ROOT = "GLOMERA_ROOT";
    private static final Path SCRIPT = Path.of("releng", "bench", "unet_torch.py");

    private final String python;
    private final Path script;
    private final String version;

    private PythonUNet(String python, Path script, String version) {
        this.python = python;
        this.script = script;
        this.version = version;
    }

    /** Looks for it; empty when no Python here has PyTorch, or the program runs without its source folder. */
    static Optional<PythonUNet> find() throws GlomeraException {
        String root = System.getenv(ROOT);
        Path script = root == null ? SCRIPT : Path.of(root).resolve(SCRIPT);
        if (!Files.isRegularFile(script)) {
            return Optional.empty();
        }
        for (String python : PYTHONS) {
            Optional<String> version = output(List.of(python, "-c", "import torch, numpy; print(torch.__version__)"));
            if (version.isPresent()) {
                return Optional.of(new PythonUNet(python, script, version.get()));
            }
        }
        return Optional.empty();
    }

    /** PyTorch's version. */
    String version() {
        return version;
    }

    /** Measures as {@link UNetBench#measure} does. */
    UNetTimes measure(int size, int filters, int threads, int forwards, int steps) throws GlomeraException {
        List<String> command = new ArrayList<>(List.of(python, script.toString(), "measure"));
        for (int number : new int[] {size, filters, threads, forwards, steps}) {
            command.add(String.valueOf(number));
        }
        String json = output(command).orElseThrow(() -> new GlomeraException(Kind.COMPUTATION, "Python PyTorch did not"
                + " measure " + size + " x " + size + " x " + size + "; perhaps memory was short. Leave it out with"
                + " --no-python, or measure a smaller size."));
        try {
            JsonNode result = new ObjectMapper().readTree(json);
            return new UNetTimes(result.required("parameters").asLong(), result.required("mean").asDouble(),
                    numbers(result.required("forward")), numbers(result.required("step")),
                    result.required("forwardPeakMb").asLong(), result.required("stepPeakMb").asLong());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new GlomeraException(Kind.COMPUTATION, "Python PyTorch's times cannot be read. Leave it out with"
                    + " --no-python.", e);
        }
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    /** What a program prints; empty when it is not installed or fails. */
    private static Optional<String> output(List<String> command) throws GlomeraException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // this Python is not installed
            return Optional.empty();
        }
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "What Python prints cannot be read: " + e.getMessage()
                    + ". Leave it out with --no-python.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GlomeraException(Kind.RESOURCES, "Python was interrupted. Run the bench again.", e);
        } finally {
            process.destroy();
        }
    }
}
