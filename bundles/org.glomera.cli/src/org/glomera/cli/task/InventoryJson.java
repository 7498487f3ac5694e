package org.glomera.cli.task;

import java.util.List;
import java.util.Optional;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.ImportPlan.PlannedKidneys;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.Inventory.FoundCase;
import org.glomera.pipeline.Inventory.FoundDelineation;
import org.glomera.pipeline.Inventory.FoundImage;
import org.glomera.pipeline.Inventory.FoundStructure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a folder holds, as JSON; docs/images.md describes each field. Lengths are millimetres, positions DICOM LPS,
 * volumes millilitres. What is not known is null.
 */
final class InventoryJson {

    /** Counts up with every change that a reader of the file has to know. */
    static final int FORMAT = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private InventoryJson() {
    }

    static ObjectNode of(Inventory found) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("files", found.files());
        ArrayNode images = root.putArray("images");
        found.images().forEach(image -> images.add(image(image)));
        ArrayNode delineations = root.putArray("delineations");
        found.delineations().forEach(drawn -> delineations.add(delineation(drawn)));
        ArrayNode cases = root.putArray("cases");
        found.cases().forEach(each -> cases.add(foundCase(each)));
        ArrayNode leftOut = root.putArray("leftOut");
        found.leftOut().forEach(item -> leftOut.addObject().put("what", item.what()).put("reason", item.reason())
                .put("faulty", item.faulty()));
        return root;
    }

    private static ObjectNode image(FoundImage image) {
        ObjectNode node = NODES.objectNode();
        node.put("id", image.id()).put("patient", unlessEmpty(image.patient())).put("modality", image.modality())
                .put("where", image.where()).put("files", image.files()).put("part", image.part())
                .put("frameOfReference", unlessEmpty(image.frame()));
        if (image.volume().isPresent()) {
            addGrid(node, image.volume().get().grid());
            node.put("quantity", image.volume().get().quantity().name())
                    .put("unit", unlessEmpty(image.volume().get().quantity().unit()));
            addTexts(node.putArray("remarks"), image.volume().get().remarks());
        }
        node.put("problem", unlessEmpty(image.problem()));
        return node;
    }

    private static void addGrid(ObjectNode node, Grid grid) {
        node.putArray("size").add(grid.nx()).add(grid.ny()).add(grid.nz());
        addVector(node.putArray("spacingMm"), grid.spacingMm());
        node.put("orientation", Inventory.orientation(grid));
        addVector(node.putArray("firstVoxelMm"), grid.patientMm(0, 0, 0));
        Affine3 axes = grid.voxelToPatientMm();
        ArrayNode directions = node.putArray("axesMm");
        for (Vector3 axis : List.of(axes.column0(), axes.column1(), axes.column2())) {
            addVector(directions.addArray(), axis);
        }
    }

    private static void addVector(ArrayNode array, Vector3 vector) {
        array.add(vector.x()).add(vector.y()).add(vector.z());
    }

    private static ObjectNode delineation(FoundDelineation drawn) {
        ObjectNode node = NODES.objectNode();
        node.put("id", drawn.id()).put("patient", unlessEmpty(drawn.patient())).put("kind", drawn.kind())
                .put("where", drawn.where()).put("frameOfReference", unlessEmpty(drawn.frame()))
                .put("image", drawn.image().orElse(null));
        drawn.grid().ifPresent(grid -> addGrid(node, grid));
        ArrayNode structures = node.putArray("structures");
        for (FoundStructure structure : drawn.structures()) {
            ObjectNode one = structures.addObject().put("name", structure.name());
            one.put("voxels", structure.voxels() < 0 ? null : Long.valueOf(structure.voxels()));
            one.put("volumeMl", structure.volumeMl().isPresent() ? Double.valueOf(structure.volumeMl().getAsDouble())
                    : null);
        }
        addKidneys(node, "kidneys", drawn.kidneys());
        addTexts(node.putArray("remarks"), drawn.remarks());
        return node;
    }

    private static void addKidneys(ObjectNode node, String field, Optional<PlannedKidneys> kidneys) {
        if (kidneys.isEmpty()) {
            node.putNull(field);
            return;
        }
        ObjectNode volumes = node.putObject(field);
        volumes.put("rightMl", finite(kidneys.get().rightMl())).put("leftMl", finite(kidneys.get().leftMl()));
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    private static ObjectNode foundCase(FoundCase each) {
        ObjectNode node = NODES.objectNode();
        node.put("id", each.planned().caseId()).put("patient", each.planned().patient())
                .put("acquisition", each.planned().acquisition().word()).put("ct", each.ct().orElse(null))
                .put("spect", each.spect().orElse(null)).put("kidneysCt", each.kidneysCt().orElse(null))
                .put("kidneysSpect", each.kidneysSpect().orElse(null));
        addKidneys(node, "kidneysOnCt", each.planned().kidneysCt());
        addKidneys(node, "kidneysOnSpect", each.planned().kidneysSpect());
        addTexts(node.putArray("remarks"), each.planned().remarks());
        return node;
    }

    private static void addTexts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
