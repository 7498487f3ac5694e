package org.glomera.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;

/**
 * Writes CT series, reconstructed NM tomograms, RTSTRUCT and SEG files. The same input gives the same bytes: unique
 * identifiers are derived, dates are those of the study. Thread-safe.
 */
public final class DicomWriter {

    /** How far corner voxels of a delineation and its image may lie apart and still be the same grid. */
    public static final double SAME_GRID_MM = 0.01;

    private final DicomToolkit toolkit;

    /** Makes a writer that encodes files with {@code toolkit}. */
    public DicomWriter(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Writes a CT series, one file a slice, named {@code 0001.dcm} and so on in the order of the grid's third index.
     * Values are rounded to whole Hounsfield units and must lie between -32768 and 32767. The directions of the grid
     * are at right angles. The files are not forced to the disk one by one: they can be made again from the volume.
     *
     * @param folder a folder that does not exist yet or is empty; it appears with all files or not at all
     * @throws GlomeraException when a value is not finite or too large, or the folder cannot be written
     */
    public WrittenImage writeCt(Path folder, Volume ctHu, StudyIdentity study, CtDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        CtObjects objects = new CtObjects(ctHu, study, description);
        int slices = ctHu.grid().nz();
        SubMonitor progress = SubMonitor.convert(monitor, "Writing CT series", slices);
        List<Path> files = new ArrayList<>();
        writeFolder(folder, beside -> {
            for (int z = 0; z < slices; z++) {
                progress.checkCanceled();
                String name = "%04d.dcm".formatted(z + 1);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside.resolve(name)))) {
                    toolkit.write(objects.slice(z), out);
                }
                files.add(folder.resolve(name));
                progress.worked(1);
            }
        });
        return new WrittenImage(files, objects.reference());
    }

    /**
     * Writes a reconstructed tomogram as one multi-frame file: whole counts from 0 to 65535 with a real world value
     * mapping to Bq/ml. Values that the calibration cannot hold are refused.
     *
     * @throws GlomeraException when a value is negative, not finite or too large, or the file cannot be written
     */
    public WrittenImage writeNm(Path file, Volume spectBqPerMl, StudyIdentity study, NmDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        SubMonitor.convert(monitor, "Writing NM tomogram", 1).checkCanceled();
        NmObject object = new NmObject(spectBqPerMl, study, description);
        writeFile(file, object.dataSet());
        return new WrittenImage(List.of(file), object.reference());
    }

    /**
     * Writes delineations as closed planar contours along the voxels' edges, so that rasterising them on the same grid
     * gives the same label map. Labels without voxels are not written.
     *
     * @param image the image that the delineation was drawn on; its grid is the label map's
     * @throws GlomeraException when no label has voxels, or the file cannot be written
     */
    public Path writeRtStruct(Path file, LabelMap delineation, ImageReference image, StudyIdentity study,
            StructureSetDescription description, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor.convert(monitor, "Writing structures", 1).checkCanceled();
        writeFile(file, structures(file, delineation, image, study, description));
        return file;
    }

    /**
     * Writes delineated kidneys as a binary SEG with the codes of the right and the left kidney: 1 right, 2 left on the
     * image's grid. A kidney without voxels is not written.
     *
     * @param image the image that the delineation was drawn on; its grid is the label map's, with directions at right
     *        angles
     * @throws GlomeraException when no kidney has voxels, or the file cannot be written
     */
    public Path writeSeg(Path file, LabelMap kidneys, ImageReference image, StudyIdentity study,
            StructureSetDescription description, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor.convert(monitor, "Writing segmentation", 1).checkCanceled();
        writeFile(file, seg(file, kidneys, image, study, description));
        return file;
    }

    /** Writes a SEG of a patient's image, as {@link #writeSeg(Path, LabelMap, ImageReference, StudyIdentity,
     * StructureSetDescription, IProgressMonitor)} does, into the study of that image. */
    public Path writeSeg(Path file, LabelMap kidneys, ImageSource image, StructureSetDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        SubMonitor.convert(monitor, "Writing segmentation", 1).checkCanceled();
        writeFile(file, image.into(seg(file, kidneys, image.reference(), image.study(), description)));
        return file;
    }

    /** Writes contours of a patient's image, as {@link #writeRtStruct(Path, LabelMap, ImageReference, StudyIdentity,
     * StructureSetDescription, IProgressMonitor)} does, into the study of that image. */
    public Path writeRtStruct(Path file, LabelMap delineation, ImageSource image, StructureSetDescription description,
            IProgressMonitor monitor) throws GlomeraException {
        SubMonitor.convert(monitor, "Writing structures", 1).checkCanceled();
        writeFile(file, image.into(structures(file, delineation, image.reference(), image.study(), description)));
        return file;
    }

    private static DataSet seg(Path file, LabelMap kidneys, ImageReference image, StudyIdentity study,
            StructureSetDescription description) throws GlomeraException {
        requireSameGrid(kidneys, image);
        SegObject object = new SegObject(kidneys, image, study, description);
        if (object.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The segmentation " + file + " was not written: no kidney of the "
                    + "delineation has voxels.");
        }
        return object.dataSet();
    }

    private static DataSet structures(Path file, LabelMap delineation, ImageReference image, StudyIdentity study,
            StructureSetDescription description) throws GlomeraException {
        requireSameGrid(delineation, image);
        RtStructObject object = new RtStructObject(delineation, image, study, description);
        if (object.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The structure set " + file + " was not written: no label of the "
                    + "delineation has voxels.");
        }
        return object.dataSet();
    }

    private static void requireSameGrid(LabelMap delineation, ImageReference image) {
        if (!image.grid().isSameAs(delineation.grid(), SAME_GRID_MM)) {
            throw new IllegalArgumentException("The delineation lies on another grid than the image it refers to.");
        }
    }

    private void writeFile(Path file, DataSet dataSet) throws GlomeraException {
        try {
            AtomicFiles.write(file, out -> toolkit.write(dataSet, out));
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    /** Fills a folder beside its place and moves it there; what an interrupted writing leaves has a name of its own. */
    private static void writeFolder(Path folder, FolderContent content) throws GlomeraException {
        Path parent = folder.toAbsolutePath().getParent();
        Path beside = parent.resolve("." + folder.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            requireEmpty(folder);
            Files.createDirectories(beside);
            try {
                content.writeTo(beside);
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                deleteFolder(beside);
            }
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException, GlomeraException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new GlomeraException(Kind.INPUT, "The CT series was not written: " + folder
                            + " already holds files. Name another folder or empty this one.");
                }
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                for (Path file : content.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static GlomeraException notWritten(Path path, IOException e) {
        return new GlomeraException(Kind.RESOURCES, path + " could not be written: " + e.getMessage()
                + ". Check that the disk has room and that you may write there.", e);
    }

    @FunctionalInterface
    private interface FolderContent {
        void writeTo(Path folder) throws IOException, GlomeraException;
    }
}
