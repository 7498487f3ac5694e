package org.glomera.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.KidneySlice;
import org.glomera.pipeline.viewing.PreviewCase;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.SlicePicture;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;
import org.glomera.render.slice.Window;
import org.glomera.study.RunPreview;
import org.glomera.study.StudyFolder;

/**
 * Draws the slices of a run's preview. What was read is kept, cut to the slices, so that going through the epochs reads
 * each of them once. One thread at a time.
 */
final class PreviewDrawing {

    private static final int OUTLINE_PX = 2;

    /**
     * How a picture is to look.
     *
     * @param manualRgb colour of the manual delineation
     * @param networkRgb colour of the network's
     * @param ctWindow the CT's window
     * @param spectColours the SPECT's colours
     * @param spectOpacity the SPECT's opacity over the CT
     */
    record Look(int manualRgb, int networkRgb, Window ctWindow, ColourMap spectColours, double spectOpacity) {
    }

    /** The size of a picture in the screen's pixels. */
    record Size(int widthPx, int heightPx) {
    }

    /**
     * What is wished for.
     *
     * @param root the study's folder
     * @param run the run's name
     * @param preview the run's preview
     * @param epoch the epoch to show
     * @param sizes the sizes of the coronal and the axial picture
     */
    record Wish(Path root, String run, RunPreview preview, RunPreview.Epoch epoch, List<Size> sizes, Look look) {

        Wish {
            Objects.requireNonNull(root);
            Objects.requireNonNull(run);
            Objects.requireNonNull(preview);
            Objects.requireNonNull(epoch);
            sizes = List.copyOf(sizes);
            Objects.requireNonNull(look);
        }
    }

    /**
     * What was drawn.
     *
     * @param pictures the coronal and the axial picture
     * @param problems what is missing in them, a sentence each
     */
    record Drawn(List<SlicePicture> pictures, List<String> problems) {
    }

    private Path root;
    private RunPreview ofCase;
    private PreviewCase images;
    private double spectUpper;
    private final Map<RunPreview.Epoch, List<Optional<LabelMap>>> cuts = new HashMap<>();

    /**
     * Draws.
     *
     * @throws GlomeraException when the case, its manual delineation or the epoch's label map cannot be read
     */
    Drawn draw(Wish wish, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 10);
        StudyFolder study = StudyFolder.open(wish.root());
        if (images == null || !wish.root().equals(root) || !isSameCase(wish.preview())) {
            cuts.clear();
            images = null;
            PreviewCase read = PreviewCase.read(study, wish.preview().caseId(), wish.preview().grid(),
                    progress.split(6));
            root = wish.root();
            ofCase = wish.preview();
            images = read;
            spectUpper = largestActivity(read);
        }
        progress.setWorkRemaining(4);
        cuts.keySet().retainAll(wish.preview().epochs());
        List<Optional<LabelMap>> network = cuts.get(wish.epoch());
        if (network == null) {
            LabelMap whole = NiftiFiles.readLabelMap(
                    RunPreview.labelMap(study, wish.run(), wish.epoch().epoch()), progress.split(2));
            network = images.slices().stream().map(slice -> slice.cut(whole)).toList();
            cuts.put(wish.epoch(), network);
        }
        List<SlicePicture> pictures = new ArrayList<>();
        for (int i = 0; i < images.slices().size(); i++) {
            progress.checkCanceled();
            KidneySlice slice = images.slices().get(i);
            pictures.add(SliceRenderer.render(scene(slice, network.get(i), wish.look()),
                    slice.view(wish.sizes().get(i).widthPx(), wish.sizes().get(i).heightPx())));
        }
        return new Drawn(pictures, images.problems());
    }

    private boolean isSameCase(RunPreview other) {
        return other.caseId().equals(ofCase.caseId()) && other.grid() == ofCase.grid();
    }

    /** The largest activity concentration in the slices; the colours reach up to it. */
    private static double largestActivity(PreviewCase read) {
        double largest = 0;
        for (KidneySlice slice : read.slices()) {
            for (Volume volume : slice.volumes()) {
                if (volume.quantity() == Quantity.ACTIVITY_CONCENTRATION) {
                    for (float value : volume.values()) {
                        largest = value > largest && value < Float.POSITIVE_INFINITY ? value : largest;
                    }
                }
            }
        }
        return largest > 0 ? largest : 1;
    }

    private SliceScene scene(KidneySlice slice, Optional<LabelMap> network, Look look) {
        List<ImageLayer> layers = slice.volumes().stream().map(volume -> volume.quantity() == Quantity.HOUNSFIELD
                ? new ImageLayer(volume, look.ctWindow(), ColourMap.GREY)
                : new ImageLayer(volume, Window.between(0, spectUpper), look.spectColours())).toList();
        List<MaskLayer> masks = new ArrayList<>();
        slice.manual().ifPresent(map -> masks.add(new MaskLayer(map, look.manualRgb(), OUTLINE_PX, 0)));
        network.ifPresent(map -> masks.add(new MaskLayer(map, look.networkRgb(), OUTLINE_PX, 0)));
        return new SliceScene(layers, new Mixing.Fused(look.spectOpacity()), masks, true);
    }
}
