package org.glomera.render.vtk.natives;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.glomera.core.GlomeraException;
import org.glomera.core.file.Folders;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Availability.Missing;
import org.glomera.core.outside.Availability.Ready;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import vtk.vtkObjectBase;

/**
 * Tries the display in a process of its own, since VTK ends the process that draws where it cannot. One picture is
 * drawn off-screen; whether the process ends well says whether this one may draw. The answer is kept for the session.
 * Safe for use by several threads.
 */
public final class DisplayProbe {

    /** How long the process may take; a slow machine needs two seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = System.getLogger(DisplayProbe.class.getName());
    private static final String REMEDY_DISPLAY = "Start Glomera on a desktop, with ssh -X, or with a virtual display"
            + " (xvfb-run ./glomera); everything but the 3D view works without one.";
    private static final String REMEDY_X = "Start it where X or XWayland runs (Debian package xwayland), so that the"
            + " variable DISPLAY is set; everything but the 3D view works without it.";
    private static final String REMEDY_GL = "Install the Debian packages libgl1 and libgl1-mesa-dri (apt-get install"
            + " libgl1 libgl1-mesa-dri) and check that the X server offers GLX (glxinfo -B); then start Glomera again."
            + " Everything but the 3D view works without it.";
    private static final int LONGEST_OUTPUT = 4000;
    private static final Pattern COLOUR_CODE = Pattern.compile("\u001b\\[[0-9;]*m");

    private final VtkNatives natives;
    private final Map<String, String> environment;
    private final List<String> command;
    private final Duration patience;
    private Availability kept;

    /** The display of this session. */
    public DisplayProbe(VtkNatives natives) {
        this(natives, System.getenv(), List.of(), PATIENCE);
    }

    /**
     * A display of another environment.
     *
     * @param environment the variables of the environment, all of them
     * @param command what to start instead of the trial; empty for the trial itself
     * @param patience how long the process may take
     */
    DisplayProbe(VtkNatives natives, Map<String, String> environment, List<String> command, Duration patience) {
        this.natives = Objects.requireNonNull(natives);
        this.environment = Map.copyOf(environment);
        this.command = List.copyOf(command);
        this.patience = Objects.requireNonNull(patience);
    }

    /**
     * Whether VTK can draw here; the libraries are there. The first call takes up to {@link #PATIENCE}. An interrupt of
     * the calling thread ends the trial: the answer says so and is not kept, the thread stays interrupted.
     */
    public synchronized Availability display() {
        if (kept != null) {
            return kept;
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            kept = environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                    ? new Missing("There is no display for the 3D view.", REMEDY_DISPLAY)
                    : new Missing("This is a Wayland session without X, which VTK needs.", REMEDY_X);
            return kept;
        }
        try {
            kept = run();
            return kept;
        } catch (IOException | URISyntaxException e) {
            LOG.log(Logger.Level.WARNING, "The display could not be tried", e);
            return new Missing("The display could not be tried: " + e.getMessage() + ".",
                    "Check the disk of the folder for temporary files, and open the 3D view again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing("The trial of the display was broken off.", "Open the 3D view again.");
        }
    }

    private Availability run() throws IOException, URISyntaxException, InterruptedException {
        Path folder = Files.createTempDirectory("glomera-display");
        try {
            Path output = folder.resolve("output");
            ProcessBuilder builder = new ProcessBuilder(command.isEmpty() ? trial(folder) : command)
                    .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended;
            try {
                ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
            return ended ? verdict(process.exitValue(), start(output))
                    : new Missing("The display did not answer within " + patience.toSeconds() + " seconds.", REMEDY_GL);
        } finally {
            discard(folder);
        }
    }

    private static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (GlomeraException e) {
            LOG.log(Logger.Level.WARNING, e.getMessage(), e);
        }
    }

    private Availability verdict(int code, String output) {
        if (code == ProbeMain.DRAWN) {
            return new Ready();
        }
        LOG.log(Logger.Level.WARNING, "The trial of the display {0} ended with code {1}: {2}",
                environment.get("DISPLAY"), code, output);
        if (output.contains("bad X server connection")) {
            return new Missing("The display " + environment.get("DISPLAY") + " does not answer.", REMEDY_DISPLAY);
        }
        if (code == ProbeMain.WRONG_PICTURE) {
            return new Missing("OpenGL draws wrong pictures on the display " + environment.get("DISPLAY") + ".",
                    REMEDY_GL);
        }
        return new Missing("OpenGL 3.2, which the 3D view is drawn with, does not work on the display "
                + environment.get("DISPLAY") + ".", REMEDY_GL);
    }

    /** The command of the trial: a small Java machine with the main class and VTK's classes. */
    private List<String> trial(Path folder) throws IOException, URISyntaxException {
        String name = ProbeMain.class.getName();
        Path copied = folder.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(copied.getParent());
        try (InputStream in = ProbeMain.class.getResourceAsStream(ProbeMain.class.getSimpleName() + ".class")) {
            Files.copy(in, copied);
        }
        Path libraries = natives.folder().orElseThrow(() -> new IOException("VTK's libraries are not there"));
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash"), "-D" + VtkNatives.FOLDER_PROPERTY + "=" + libraries,
                "-cp", folder + System.getProperty("path.separator") + classesOfVtk(), name, natives.jawt().toString()));
        line.addAll(VtkNatives.names());
        return line;
    }

    private static Path classesOfVtk() throws IOException, URISyntaxException {
        Bundle bundle = FrameworkUtil.getBundle(vtkObjectBase.class);
        if (bundle == null) {
            return Path.of(vtkObjectBase.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
        URL jar = bundle.getEntry("lib/vtk.jar");
        if (jar == null) {
            throw new IOException("the plug-in " + bundle.getSymbolicName() + " holds no lib/vtk.jar");
        }
        // Equinox unpacks a jar within a jar beside its configuration; spaces in its path are not encoded.
        return Path.of(FileLocator.toFileURL(jar).getPath());
    }

    private static String start(Path output) throws IOException {
        byte[] bytes = Files.readAllBytes(output);
        String text = COLOUR_CODE.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("").strip();
        return text.length() <= LONGEST_OUTPUT ? text : text.substring(0, LONGEST_OUTPUT);
    }
}
