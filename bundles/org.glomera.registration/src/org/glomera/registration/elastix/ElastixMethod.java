package org.glomera.registration.elastix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.core.geometry.Grid;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Need;
import org.glomera.core.outside.OutsideNeeds;
import org.glomera.core.volume.Volume;
import org.glomera.image.Support;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.glomera.registration.information.ComparedImages;
import org.glomera.registration.information.InformationRegistration;

/**
 * Registers with elastix (S. Klein et al., IEEE Trans Med Imaging 2010;29:196): rigid, Mattes' mutual information, adaptive
 * stochastic gradient descent. The images are handed over as NIfTI files in a private folder that is removed afterwards; the
 * start of the task is put into the grid of the moving one.
 */
public final class ElastixMethod implements RegistrationMethod, OutsideNeeds {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String PARAMETERS = "parameters.txt";

    private final Supplier<Optional<Path>> program;
    private final Duration longest;

    /** Makes a method that runs the elastix of the search path. */
    public ElastixMethod() {
        this(ElastixProgram::installed, LONGEST);
    }

    ElastixMethod(Supplier<Optional<Path>> program, Duration longest) {
        this.program = program;
        this.longest = longest;
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need("elastix", "this method; the others work without it", program.get().isPresent()
                ? new Availability.Ready()
                : new Availability.Missing("elastix is not installed.", "Install the Debian package elastix.")));
    }

    @Override
    public Support supports(RegistrationTask task) {
        return program.get().isPresent() ? Support.yes("elastix is installed.")
                : Support.no("elastix is not installed. Install the Debian package elastix, or use the method "
                        + "mutual-information.");
    }

    @Override
    public Registration register(RegistrationTask task, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Registering with elastix", 100);
        Path found = program.get()
                .orElseThrow(() -> new GlomeraException(Kind.MISSING_COMPONENT, supports(task).reason()));
        RigidTransform transform;
        Path folder = privateFolder();
        try {
            progress.subTask("Preparing the images");
            write(task, folder, progress.split(10));
            progress.subTask("elastix is searching");
            new ElastixProgram(found, longest).run(folder, progress.split(70));
            transform = result(folder).after(task.start());
        } finally {
            Folders.delete(folder);
        }
        progress.subTask("Comparing the parts of the body");
        return InformationRegistration.judged(task, transform, progress.split(20));
    }

    private static void write(RegistrationTask task, Path folder, IProgressMonitor monitor) throws GlomeraException {
        Volume moving = ComparedImages.spect(task.moving(), monitor);
        Grid grid = moving.grid();
        Grid started = new Grid(grid.nx(), grid.ny(), grid.nz(), task.start().toAffine().after(grid.voxelToPatientMm()));
        NiftiFiles.write(folder.resolve("fixed.nii"), ComparedImages.ct(task.fixed(), monitor));
        NiftiFiles.write(folder.resolve("moving.nii"), new Volume(started, moving.quantity(), moving.values()));
        try (InputStream parameters = ElastixMethod.class.getResourceAsStream(PARAMETERS)) {
            Files.copy(parameters, folder.resolve(PARAMETERS));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The temporary folder " + folder + " cannot be written: "
                    + e.getMessage() + ". Make room there.", e);
        }
    }

    private static RigidTransform result(Path folder) throws GlomeraException {
        try {
            return ElastixTransform.movingToFixed(Files.readString(folder.resolve("TransformParameters.0.txt"),
                    StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new GlomeraException(Kind.COMPUTATION, "elastix ended without a result: " + e.getMessage()
                    + ". Use the method mutual-information.", e);
        }
    }

    private static Path privateFolder() throws GlomeraException {
        try {
            return Files.createTempDirectory("glomera-elastix");
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "No temporary folder can be made for elastix: " + e.getMessage()
                    + ". Make room for temporary files.", e);
        }
    }
}
