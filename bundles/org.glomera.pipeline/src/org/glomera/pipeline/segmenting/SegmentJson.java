package org.glomera.pipeline.segmenting;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.components.RemovedPiece;
import org.glomera.network.Channel;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.glomera.pipeline.work.Hashes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A segmentation's result as JSON; docs/networks.md describes each field. Lengths are millimetres, positions DICOM LPS,
 * volumes millilitres, activity Bq/ml. What was not measured is null. Nothing of it is of the patient: images are named
 * by the SHA-256 of their files.
 */
final class SegmentJson {

    /** Counts up with every change that a reader of the file has to know. */
    static final int FORMAT = 1;
    /** More pieces than these are noise; their number and volume are told all the same. */
    static final int MOST_PIECES = 1000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SegmentJson() {
    }

    static ObjectNode of(SegmentResult result, PatientImages images) throws GlomeraException {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT).put("created", Instant.now().toString());
        ObjectNode versions = root.putObject("versions");
        new TreeMap<>(result.versions()).forEach(versions::put);
        addImages(root.putArray("images"), images);
        root.put("grid", result.grid());
        addKidneys(root.putArray("kidneys"), result.volumeMl(), result.meanActivityBqPerMl(),
                result.meanDisagreement());
        ObjectNode removed = root.putObject("removed");
        removed.put("pieces", result.removed().size()).put("volumeMl", result.removedMl());
        ArrayNode pieces = removed.putArray("largest");
        result.removed().stream().limit(MOST_PIECES).forEach(piece -> addPiece(pieces.addObject(), piece));
        addMembers(root.putArray("networks"), result);
        ArrayNode notes = root.putArray("notes");
        result.caveats().forEach(notes::add);
        addFiles(root.putObject("files"), result.written());
        return root;
    }

    private static void addImages(ArrayNode array, PatientImages images) throws GlomeraException {
        for (Channel channel : images.volumes().keySet()) {
            var grid = images.volume(channel).grid();
            PatientImages.Source source = images.sources().get(channel);
            ObjectNode node = array.addObject().put("channel", channel.word())
                    .put("kind", source.series().isPresent() ? "dicom" : "file").put("files", source.files().size())
                    .put("sha256", Hashes.of(source.files()));
            node.putArray("size").add(grid.nx()).add(grid.ny()).add(grid.nz());
            addVector(node.putArray("spacingMm"), grid.spacingMm());
            node.put("orientation", Inventory.orientation(grid));
        }
    }

    private static void addWindowing(ObjectNode node, Windowing windowing) {
        if (windowing instanceof Windowing.Sliding sliding) {
            node.put("kind", "sliding").put("overlap", sliding.overlap()).put("finestSpacingMm",
                    sliding.finestSpacingMm().isPresent() ? Double.valueOf(sliding.finestSpacingMm().getAsDouble())
                            : null);
        } else {
            node.put("kind", "as-training");
        }
    }

    private static void addKidneys(ArrayNode array, Map<Side, Double> volumes, Map<Side, Double> activities,
            Optional<Map<Side, Double>> disagreement) {
        for (Side side : Side.values()) {
            ObjectNode node = array.addObject().put("side", side.word()).put("volumeMl", volumes.get(side))
                    .put("meanActivityBqPerMl", activities.get(side));
            disagreement.ifPresent(each -> node.put("meanDisagreementOnOutline", each.get(side)));
        }
    }

    private static void addPiece(ObjectNode node, RemovedPiece piece) {
        node.put("side", piece.side().word()).put("voxels", piece.voxels()).put("volumeMl", piece.volumeMl());
        addVector(node.putArray("centreMm"), piece.centreMm());
        node.put("meanProbability", piece.meanProbability());
    }

    private static void addMembers(ArrayNode array, SegmentResult result) {
        for (SegmentResult.Member member : result.members()) {
            ObjectNode node = array.addObject().put("name", member.name()).put("title", member.title())
                    .put("architecture", member.architecture()).put("weightsSha256", member.weightsSha256())
                    .put("windows", member.windows());
            addWindowing(node.putObject("windowing"), member.windowing());
            addVector(node.putArray("shownSpacingMm"), member.spacingMm());
            addKidneys(node.putArray("kidneys"), member.volumeMl(), member.meanActivityBqPerMl(), Optional.empty());
        }
    }

    private static void addFiles(ObjectNode node, Outputs written) {
        put(node, "labelMap", written.labelMap());
        put(node, "seg", written.seg());
        put(node, "rtStruct", written.rtStruct());
        put(node, "probability", written.probability());
        put(node, "disagreement", written.disagreement());
        put(node, "picture", written.picture());
    }

    /** The name alone: folders may be called after patients. */
    private static void put(ObjectNode node, String name, Optional<Path> file) {
        file.ifPresent(each -> node.put(name, String.valueOf(each.getFileName())));
    }

    private static void addVector(ArrayNode array, Vector3 vector) {
        array.add(vector.x()).add(vector.y()).add(vector.z());
    }
}
