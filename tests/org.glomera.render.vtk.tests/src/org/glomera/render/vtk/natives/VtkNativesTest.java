package org.glomera.render.vtk.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Availability.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import vtk.vtkMath;
import vtk.vtkPoints;

/** What is answered where libraries or a display are missing, and that nothing dies of it. */
class VtkNativesTest {

    private static final Path JAWT = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("jawt"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Missing missing(Availability availability) {
        return assertInstanceOf(Missing.class, availability);
    }

    private static DisplayProbe probe(Map<String, String> environment, String... command) {
        return new DisplayProbe(new VtkNatives(), environment, List.of(command), PATIENCE);
    }

    @Test
    void theLibrariesOfThisMachine_areLoaded() throws GlomeraException {
        VtkSession session = VtkSession.shared();
        assertTrue(session.libraries().isReady(), () -> missing(session.libraries()).inWords());
        // 5! = 120, of VTK's CommonCore.
        assertEquals(120, session.<Long>call(() -> {
            try (VtkObjects objects = new VtkObjects()) {
                return (long) objects.own(new vtkMath()).Factorial(5);
            }
        }));
    }

    @Test
    void aMachineWithoutVtk_isToldWhichPackageToInstall(@TempDir Path empty) {
        Missing words = missing(new VtkNatives(List.of(empty), JAWT).load());
        assertTrue(words.remedy().contains("apt-get install libvtk9-java"), words.remedy());
    }

    @Test
    void aJavaWithoutItsDrawingLibrary_isToldWhichPackageToInstall(@TempDir Path empty) {
        Path folder = new VtkNatives().folder().orElseThrow();
        Missing words = missing(new VtkNatives(List.of(folder), empty.resolve("libjawt.so")).load());
        assertTrue(words.what().contains("libjawt.so"), words.what());
        assertTrue(words.remedy().contains("openjdk-17-jre"), words.remedy());
    }

    @Test
    void halfAnInstallation_isNamed(@TempDir Path half) throws IOException {
        Path whole = new VtkNatives().folder().orElseThrow();
        Files.createSymbolicLink(half.resolve("libvtkCommonCoreJava.so"), whole.resolve("libvtkCommonCoreJava.so"));
        Missing words = missing(new VtkNatives(List.of(half), JAWT).load());
        assertTrue(words.what().contains(half.resolve("libvtkCommonMathJava.so").toString()), words.what());
    }

    @Test
    void withoutLibraries_aTaskFailsWithTheirWords(@TempDir Path empty) {
        VtkNatives natives = new VtkNatives(List.of(empty), JAWT);
        VtkSession session = new VtkSession(natives, new DisplayProbe(natives));
        GlomeraException e = assertThrows(GlomeraException.class, () -> session.call(() -> 1));
        assertEquals(Kind.MISSING_COMPONENT, e.kind());
        assertEquals(missing(session.display()).inWords(), e.getMessage());
    }

    @Test
    void withoutADisplay_theWordsSayHowToGetOne() {
        assertTrue(missing(probe(Map.of()).display()).remedy().contains("xvfb-run"));
        assertTrue(missing(probe(Map.of("DISPLAY", " ")).display()).remedy().contains("xvfb-run"));
        Missing wayland = missing(probe(Map.of("WAYLAND_DISPLAY", "wayland-0")).display());
        assertTrue(wayland.what().contains("Wayland"), wayland.what());
        assertTrue(wayland.remedy().contains("xwayland"), wayland.remedy());
    }

    @Test
    @Timeout(60)
    void aDisplayThatDoesNotAnswer_endsTheTrialAndNotThisProcess() {
        // No X server has this number; VTK ends the process that tries it.
        Missing words = missing(probe(Map.of("DISPLAY", ":54321", "PATH", "/usr/bin")).display());
        assertEquals("The display :54321 does not answer.", words.what());
    }

    @Test
    @Timeout(60)
    void aTrialThatDies_isMissingOpenGl() {
        Missing words = missing(probe(Map.of("DISPLAY", ":1"), "/bin/sh", "-c", "kill -SEGV $$").display());
        assertTrue(words.remedy().contains("libgl1-mesa-dri"), words.remedy());
    }

    @Test
    @Timeout(60)
    void aWrongPicture_isMissingOpenGl() {
        Missing words = missing(probe(Map.of("DISPLAY", ":1"), "/bin/sh", "-c", "exit 3").display());
        assertTrue(words.what().contains("wrong pictures"), words.what());
    }

    @Test
    @Timeout(60)
    void aTrialThatHangs_isEndedAfterItsTime() {
        DisplayProbe hanging = new DisplayProbe(new VtkNatives(), Map.of("DISPLAY", ":1"), List.of("/bin/sleep", "600"),
                Duration.ofSeconds(1));
        assertTrue(missing(hanging.display()).what().contains("1 second"));
    }

    @Test
    @Timeout(60)
    void anInterrupt_endsTheTrialAndTheNextCallTriesAgain(@TempDir Path folder) throws IOException {
        Path flag = folder.resolve("flag");
        DisplayProbe probe = probe(Map.of("DISPLAY", ":1"), "/bin/sh", "-c", "[ -e " + flag + " ] || exec sleep 600");
        Thread.currentThread().interrupt();
        Missing words = missing(probe.display());
        assertTrue(Thread.interrupted(), "the thread stays interrupted");
        assertTrue(words.what().contains("broken off"), words.what());
        Files.createFile(flag);
        assertTrue(probe.display().isReady());
    }

    @Test
    void objects_areGivenBackOnce() throws GlomeraException {
        VtkSession.shared().call(() -> {
            int before = vtkPoints.JAVA_OBJECT_MANAGER.getSize();
            try (VtkObjects objects = new VtkObjects()) {
                vtkPoints points = objects.own(new vtkPoints());
                objects.own(points);
                assertEquals(before + 1, vtkPoints.JAVA_OBJECT_MANAGER.getSize());
            }
            assertEquals(before, vtkPoints.JAVA_OBJECT_MANAGER.getSize());
            return null;
        });
    }
}
