package org.glomera.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;

/**
 * The content of an RTSTRUCT file.
 *
 * @param file where it was read, for messages
 * @param frameOfReferenceUid the frame in which its contours lie; empty when the file names none
 * @param referencedSeriesUids the image series it was drawn on, as far as the file says
 * @param referencedInstanceUids the objects it was drawn on, as far as the file says
 * @param structures its structures in the file's order, those without contours included
 */
public record StructureSet(Path file, String frameOfReferenceUid, List<String> referencedSeriesUids,
        List<String> referencedInstanceUids, List<Structure> structures) implements DrawnKidneys {

    /** Copies the lists. */
    public StructureSet {
        Objects.requireNonNull(file);
        Objects.requireNonNull(frameOfReferenceUid);
        referencedSeriesUids = List.copyOf(referencedSeriesUids);
        referencedInstanceUids = List.copyOf(referencedInstanceUids);
        structures = List.copyOf(structures);
    }

    /** A structure set that names no objects. */
    public StructureSet(Path file, String frameOfReferenceUid, List<String> referencedSeriesUids,
            List<Structure> structures) {
        this(file, frameOfReferenceUid, referencedSeriesUids, List.of(), structures);
    }

    @Override
    public List<String> structureNames() {
        return structures.stream().map(Structure::name).toList();
    }

    /** The file's length, and of each structure its name and its number of points. */
    @Override
    public List<String> contentTexts() {
        return DrawnStructure.contentTexts(file, structures.stream().map(structure -> structure.name() + " " + structure
                .contours().stream().mapToInt(contour -> contour.pointsMm().size()).sum()).toList());
    }

    /** The kidneys by the rules of {@link ContourRasteriser}. */
    @Override
    public KidneysOnImage onto(Grid grid, KidneyStructures names, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Filling contours", 2);
        List<DrawnStructure> drawn = structures.stream().filter(structure -> !structure.contours().isEmpty())
                .map(structure -> DrawnStructure.byName(structure.number(), structure.name())).toList();
        KidneyChoice choice = KidneyChoice.of(file, structureNames(), drawn, names);
        progress.checkCanceled();
        return new KidneyPlacement(file, grid, (number, remarks) -> mask(number, grid, remarks, progress)).place(choice);
    }

    private boolean[] mask(int number, Grid grid, List<String> remarks, IProgressMonitor monitor)
            throws GlomeraException {
        Structure wanted = structures.stream().filter(structure -> structure.number() == number).findFirst()
                .orElseThrow();
        return new StructurePlanes(file, wanted, grid).mask(remarks, monitor);
    }
}
