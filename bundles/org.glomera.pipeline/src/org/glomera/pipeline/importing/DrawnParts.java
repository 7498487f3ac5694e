package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.ContourRasteriser;
import org.glomera.dicom.DrawnKidneys;
import org.glomera.dicom.KidneysOnImage;
import org.glomera.dicom.Segment;
import org.glomera.dicom.Segmentation;
import org.glomera.dicom.Structure;
import org.glomera.dicom.StructureSet;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.Inventory.FoundStructure;

/**
 * Everything that a delineation holds, with volumes.
 *
 * @param drawn the delineation
 * @param image the image that it lies on
 * @param grid its own grid; empty for contours
 * @param structures what was drawn
 * @param kidneys the kidneys on the image
 * @param remarks how the kidneys were told, and what could not be counted
 */
record DrawnParts(DrawnKidneys drawn, Optional<LookedImage> image, Optional<Grid> grid, List<FoundStructure> structures,
        Optional<PlannedKidneys> kidneys, List<String> remarks) {

    String kind() {
        return drawn instanceof StructureSet ? "RTSTRUCT" : "SEG";
    }

    static DrawnParts of(DrawnKidneys drawn, Optional<LookedImage> image, Readers readers, IProgressMonitor monitor)
            throws GlomeraException {
        List<String> remarks = new ArrayList<>();
        Optional<Grid> imageGrid = image.flatMap(LookedImage::outline).map(outline -> outline.grid());
        List<FoundStructure> structures = new ArrayList<>();
        if (drawn instanceof StructureSet set) {
            for (Structure structure : set.structures()) {
                structures.add(count(set, structure, imageGrid, remarks, monitor));
            }
        } else if (drawn instanceof Segmentation segmentation) {
            for (Segment segment : segmentation.segments()) {
                structures.add(count(segmentation, segment, remarks, monitor));
            }
        }
        Optional<PlannedKidneys> kidneys = Optional.empty();
        if (imageGrid.isPresent()) {
            kidneys = kidneys(new Drawing.Dicom(drawn, image.get().series(), List.of()), imageGrid.get(), readers,
                    remarks, monitor);
        } else {
            remarks.add(image.isEmpty() ? "It refers to no image that is here." : "Its image cannot be read.");
        }
        return new DrawnParts(drawn, image, drawn instanceof Segmentation seg ? Optional.of(seg.grid())
                : Optional.empty(), structures, kidneys, remarks.stream().distinct().toList());
    }

    private static FoundStructure count(StructureSet set, Structure structure, Optional<Grid> grid,
            List<String> remarks, IProgressMonitor monitor) throws GlomeraException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        if (grid.isEmpty() || structure.contours().isEmpty()) {
            return new FoundStructure(structure.name(), structure.contours().isEmpty() ? 0 : -1,
                    OptionalDouble.empty());
        }
        try {
            return counted(structure.name(), ContourRasteriser.rasteriseLabels(set, Map.of(1, structure), grid.get()));
        } catch (GlomeraException e) {
            return uncounted(structure.name(), e, remarks);
        }
    }

    private static FoundStructure count(Segmentation segmentation, Segment segment, List<String> remarks,
            IProgressMonitor monitor) throws GlomeraException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            return counted(segment.label(), segmentation.read(segment.number(), monitor));
        } catch (GlomeraException e) {
            return uncounted(segment.label(), e, remarks);
        }
    }

    private static FoundStructure counted(String name, LabelMap map) {
        int voxels = map.count(1);
        return new FoundStructure(name, voxels, OptionalDouble.of(voxels * map.grid().voxelVolumeMl()));
    }

    private static FoundStructure uncounted(String name, GlomeraException e, List<String> remarks)
            throws GlomeraException {
        if (e.kind() != Kind.INPUT && e.kind() != Kind.RESOURCES) {
            throw e;
        }
        remarks.add(e.getMessage());
        return new FoundStructure(name, -1, OptionalDouble.empty());
    }

    private static Optional<PlannedKidneys> kidneys(Drawing drawing, Grid grid, Readers readers, List<String> remarks,
            IProgressMonitor monitor) throws GlomeraException {
        try {
            KidneysOnImage found = drawing.kidneys(grid, readers.rules().kidneyNames(), readers, monitor);
            remarks.add(found.taken());
            remarks.addAll(found.remarks());
            return Optional.of(ImportScan.kidneys(found.kidneys()));
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT && e.kind() != Kind.RESOURCES) {
                throw e;
            }
            remarks.add(e.getMessage());
            return Optional.empty();
        }
    }
}
