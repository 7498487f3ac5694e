package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * A SEG file. Its voxels stay in the file until they are asked for. It lies on a grid of its own, which need not be the
 * one of the image it was drawn on: frames without a voxel may be missing, and slices may be stacked the other way
 * round. Thread-safe.
 */
public final class Segmentation implements DrawnKidneys {

    private final DicomToolkit toolkit;
    private final Path file;
    private final String frameOfReferenceUid;
    private final String sopInstanceUid;
    private final SegFrames frames;
    private final List<Segment> segments;
    private final List<String> referencedSeriesUids;
    private final List<String> referencedInstanceUids;

    Segmentation(DicomToolkit toolkit, Header header, SegFrames frames, List<Segment> segments,
            List<String> referencedSeriesUids, List<String> referencedInstanceUids) {
        this.toolkit = Objects.requireNonNull(toolkit);
        this.file = header.file();
        this.frameOfReferenceUid = header.text(Tag.FRAME_OF_REFERENCE_UID);
        this.sopInstanceUid = header.text(Tag.SOP_INSTANCE_UID);
        this.frames = frames;
        this.segments = List.copyOf(segments);
        this.referencedSeriesUids = List.copyOf(referencedSeriesUids);
        this.referencedInstanceUids = List.copyOf(referencedInstanceUids);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String frameOfReferenceUid() {
        return frameOfReferenceUid;
    }

    @Override
    public List<String> referencedSeriesUids() {
        return referencedSeriesUids;
    }

    @Override
    public List<String> referencedInstanceUids() {
        return referencedInstanceUids;
    }

    @Override
    public List<String> structureNames() {
        return segments.stream().map(Segment::label).toList();
    }

    /** The file's length, its instance, its frames and the segments' numbers and names. */
    @Override
    public List<String> contentTexts() {
        List<String> texts = new ArrayList<>(List.of(sopInstanceUid, Integer.toString(frames.count())));
        segments.forEach(segment -> texts.add(segment.number() + " " + segment.label()));
        return DrawnStructure.contentTexts(file, texts);
    }

    /** The segments in the file's order, those without voxels included. */
    public List<Segment> segments() {
        return segments;
    }

    /** The grid of its frames: the slices from the first frame to the last, those without a frame included. */
    public Grid grid() {
        return frames.grid();
    }

    /**
     * The voxels of one segment on the SEG's own grid, label 1. Of a fractional segment a voxel belongs to it when its
     * value is at least half of the largest one (PS3.3 C.8.20.2.3): a probability of one half, or half of the voxel.
     *
     * @param number the segment's number
     * @throws GlomeraException when the file is damaged
     */
    public LabelMap read(int number, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading segmentation", 1);
        boolean[] mask = pixels().mask(number, progress);
        byte[] labels = new byte[mask.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (mask[i] ? 1 : 0);
        }
        return new LabelMap(frames.grid(), labels);
    }

    /**
     * The kidneys: told apart on the SEG's own grid, then brought onto the image's. When both have the same voxels (in
     * any order of slices, rows and columns), each voxel keeps its label; else each voxel of the image gets the label
     * that has the largest share of it ({@link org.glomera.image.resample.Resampler#byFraction}), with a remark that
     * says the volumes before and after.
     */
    @Override
    public KidneysOnImage onto(Grid grid, KidneyStructures names, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Reading segmentation", 10);
        SegPixels pixels = pixels();
        progress.worked(5);
        List<DrawnStructure> drawn = segments.stream().filter(segment -> pixels.hasVoxels(segment.number()))
                .map(segment -> new DrawnStructure(segment.number(), segment.label(), segment.codes())).toList();
        KidneyChoice choice = KidneyChoice.of(file, structureNames(), drawn, names);
        KidneysOnImage own = new KidneyPlacement(file, frames.grid(),
                (number, remarks) -> pixels.mask(number, progress)).place(choice);
        progress.worked(2);
        progress.checkCanceled();
        return OntoImage.bring(file, own, grid);
    }

    private SegPixels pixels() throws GlomeraException {
        return new SegPixels(frames, new Header(file, toolkit.read(file, ReadExtent.ALL)));
    }
}
