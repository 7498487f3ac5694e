package org.glomera.render.vtk.natives;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Availability.Missing;
import org.glomera.core.outside.Availability.Ready;

import vtk.vtkNativeLibrary;

/**
 * Finds and loads VTK's native libraries: those that this bundle uses, of the folder where Debian's package puts them.
 * VTK's classes load them themselves (a library serves only the class loader that loads it) from the folder that the
 * system property {@value #FOLDER_PROPERTY} names; it is set here unless the start of the program set it. Safe for use
 * by several threads.
 */
public final class VtkNatives {

    /** The system property of VTK's classes that names the folder with the libraries. */
    public static final String FOLDER_PROPERTY = "vtk.lib.dir";

    private static final Logger LOG = System.getLogger(VtkNatives.class.getName());
    private static final String REMEDY = "Install the Debian packages libvtk9-java and openjdk-17-jre (apt-get install"
            + " libvtk9-java openjdk-17-jre) and start Glomera again; everything but surfaces and the 3D view works"
            + " without them.";
    /** Each after those that it needs. */
    private static final List<vtkNativeLibrary> NEEDED = List.of(vtkNativeLibrary.vtkCommonCore,
            vtkNativeLibrary.vtkCommonMath, vtkNativeLibrary.vtkCommonMisc, vtkNativeLibrary.vtkCommonSystem,
            vtkNativeLibrary.vtkCommonTransforms, vtkNativeLibrary.vtkCommonDataModel,
            vtkNativeLibrary.vtkCommonExecutionModel, vtkNativeLibrary.vtkCommonComputationalGeometry,
            vtkNativeLibrary.vtkCommonColor, vtkNativeLibrary.vtkFiltersCore, vtkNativeLibrary.vtkFiltersGeneral,
            vtkNativeLibrary.vtkFiltersGeometry, vtkNativeLibrary.vtkFiltersSources, vtkNativeLibrary.vtkFiltersModeling,
            vtkNativeLibrary.vtkImagingCore, vtkNativeLibrary.vtkIOCore, vtkNativeLibrary.vtkIOXML,
            vtkNativeLibrary.vtkIOGeometry, vtkNativeLibrary.vtkIOPLY, vtkNativeLibrary.vtkRenderingCore,
            vtkNativeLibrary.vtkRenderingFreeType, vtkNativeLibrary.vtkRenderingOpenGL2,
            vtkNativeLibrary.vtkRenderingVolume, vtkNativeLibrary.vtkRenderingVolumeOpenGL2);

    private final List<Path> candidates;
    private final Path jawt;
    private Availability availability;

    /** The libraries of this machine. */
    public VtkNatives() {
        this(usualFolders(), Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("jawt")));
    }

    /**
     * The libraries of other places.
     *
     * @param candidates folders that may hold them, the first that does counts
     * @param jawt Java's library for native drawing
     */
    VtkNatives(List<Path> candidates, Path jawt) {
        this.candidates = List.copyOf(candidates);
        this.jawt = Objects.requireNonNull(jawt);
    }

    /** Loads the libraries at the first call and says whether they can be used. */
    public synchronized Availability load() {
        if (availability == null) {
            availability = loadNow();
        }
        return availability;
    }

    /** The folder with the libraries, when there is one. */
    public Optional<Path> folder() {
        return candidates.stream().filter(folder -> Files.isRegularFile(file(folder, NEEDED.get(0)))).findFirst();
    }

    /** Java's library for native drawing; it need not be there. */
    Path jawt() {
        return jawt;
    }

    /** The names of VTK's libraries that are loaded, as VTK's classes call them. */
    static List<String> names() {
        return NEEDED.stream().map(Enum::name).toList();
    }

    private Availability loadNow() {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return new Missing("VTK, which makes and draws surfaces, is not installed on this machine.", REMEDY);
        }
        List<Path> absent = new ArrayList<>();
        NEEDED.stream().map(library -> file(folder.get(), library)).filter(f -> !Files.isRegularFile(f))
                .forEach(absent::add);
        if (!Files.isRegularFile(jawt)) {
            return new Missing("VTK cannot be used, since this Java has no " + jawt.getFileName() + ".", REMEDY);
        }
        if (!absent.isEmpty()) {
            return new Missing("VTK is installed in parts only: " + absent.get(0) + " is not there.", REMEDY);
        }
        try {
            // VTK's RenderingCore is linked against Java's jawt, which the system's linker finds only when it is loaded
            // already. Java's awt is not loaded by name: that would keep it from whoever draws with Java later.
            System.load(jawt.toString());
            System.setProperty(FOLDER_PROPERTY, folder.get().toString());
            NEEDED.forEach(vtkNativeLibrary::LoadLibrary);
            LOG.log(Logger.Level.DEBUG, "VTK was loaded from {0}", folder.get());
            return new Ready();
        } catch (LinkageError e) {
            LOG.log(Logger.Level.WARNING, "VTK's native libraries could not be loaded from " + folder.get(), e);
            return new Missing("VTK's native libraries cannot be loaded: " + e.getMessage() + ".", REMEDY);
        }
    }

    private static Path file(Path folder, vtkNativeLibrary library) {
        return folder.resolve(System.mapLibraryName(library.GetLibraryName()));
    }

    /** Where Debian's packages of VTK put the libraries that bind Java, and the folder that the start may name. */
    private static List<Path> usualFolders() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)).map(Path::of).ifPresent(folders::add);
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        Path libraries = Path.of("/usr/lib/" + machine + "-linux-gnu/java");
        if (Files.isDirectory(libraries)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(libraries, "vtk-Linux-*")) {
                found.forEach(folders::add);
            } catch (IOException e) {
                LOG.log(Logger.Level.WARNING, "The folder " + libraries + " could not be read", e);
            }
        }
        return folders;
    }
}
