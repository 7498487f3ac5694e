package org.glomera.registration.elastix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/** Runs elastix as a child process that ends within a bounded time, and at once when the user cancels. */
final class ElastixProgram {

    private static final long POLL_MS = 50;
    /** The same number on every machine, so that the same images give the same result. */
    private static final String THREADS = "2";

    private final Path program;
    private final Duration longest;

    ElastixProgram(Path program, Duration longest) {
        this.program = program;
        this.longest = longest;
    }

    /** The program in a folder of the search path, when it is installed. */
    static Optional<Path> installed() {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            try {
                Path candidate = Path.of(folder).resolve("elastix");
                if (candidate.isAbsolute() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            } catch (InvalidPathException e) {
                // not a folder of this machine, so nothing is installed there
                continue;
            }
        }
        return Optional.empty();
    }

    /**
     * Runs elastix in a folder that holds {@code fixed.nii}, {@code moving.nii} and {@code parameters.txt}.
     *
     * @throws GlomeraException when it cannot be started, fails, or takes too long
     */
    void run(Path folder, IProgressMonitor monitor) throws GlomeraException {
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "-f", "fixed.nii", "-m", "moving.nii", "-p",
                "parameters.txt", "-out", ".", "-threads", THREADS)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, "elastix could not be started: " + e.getMessage()
                    + ". Install the Debian package elastix anew.", e);
        }
        try {
            await(process, monitor);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void await(Process process, IProgressMonitor monitor) throws GlomeraException {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                if (System.nanoTime() > end) {
                    throw new GlomeraException(Kind.COMPUTATION, "elastix was ended: it had no result after "
                            + longest.toSeconds() + " s. Use the method mutual-information.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
        if (process.exitValue() != 0) {
            throw new GlomeraException(Kind.COMPUTATION, "elastix failed with the exit code " + process.exitValue()
                    + ": the images may not overlap. Bring them closer by hand first, or use the method mutual-information.");
        }
    }
}
