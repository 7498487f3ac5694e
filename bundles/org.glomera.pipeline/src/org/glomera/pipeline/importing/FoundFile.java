package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.image.ImageContent;
import org.glomera.pipeline.Inventory.FoundStructure;
import org.glomera.pipeline.Inventory.FoundVolume;

/**
 * An image file that is no DICOM: an image, or labels, or both.
 *
 * @param path the file
 * @param volume the image; empty for labels alone
 * @param labels its labels
 * @param labelGrid where the labels lie
 * @param remarks what to know about the labels
 * @param problem why it cannot be read; empty when it can
 * @param least its smallest value; NaN for labels
 * @param largest its largest value; NaN for labels
 */
record FoundFile(Path path, Optional<FoundVolume> volume, List<FoundStructure> labels, Optional<Grid> labelGrid,
        List<String> remarks, String problem, double least, double largest) {

    FoundFile {
        labels = List.copyOf(labels);
        remarks = List.copyOf(remarks);
    }

    /** Reads a file. */
    static FoundFile of(Path path, ImageFiles readers, IProgressMonitor monitor) throws GlomeraException {
        ImageContent content;
        try {
            content = readers.content(path, monitor);
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT && e.kind() != Kind.RESOURCES) {
                throw e;
            }
            return new FoundFile(path, Optional.empty(), List.of(), Optional.empty(), List.of(), e.getMessage(),
                    Double.NaN, Double.NaN);
        }
        LabelledFile labelled = LabelledFile.of(content);
        Optional<SortedMap<Integer, Integer>> labels = labelled.labels();
        // an image of nothing but 0 is an image, unless the file says that it holds labels
        if (labels.isPresent() && (!labels.get().isEmpty() || content.volumes().isEmpty())) {
            return new FoundFile(path, Optional.empty(), structures(labels.get(), labelled.grid()),
                    Optional.of(labelled.grid()), List.of(), "", Double.NaN, Double.NaN);
        }
        SortedMap<Integer, Integer> among = labelled.labelsAmongOthers();
        List<String> remarks = among.isEmpty() ? List.of() : List.of("Values that fill regions of their own in an image of"
                + " other values; they may be labels that were written into it.");
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : content.volumes().get(0).values()) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        List<String> said = new ArrayList<>(content.remarks());
        said.add("Values from " + least + " to " + largest + ".");
        return new FoundFile(path, Optional.of(new FoundVolume(labelled.grid(), content.volumes().get(0).quantity(), said)),
                structures(among, labelled.grid()), Optional.of(labelled.grid()), remarks, "", least, largest);
    }

    private static List<FoundStructure> structures(SortedMap<Integer, Integer> counts, Grid grid) {
        List<FoundStructure> structures = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            structures.add(new FoundStructure(String.valueOf(entry.getKey()), entry.getValue(),
                    OptionalDouble.of(entry.getValue() * grid.voxelVolumeMl())));
        }
        return structures;
    }
}
