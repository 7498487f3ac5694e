package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.InputWindows;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmenting in sliding windows, with the stand-in for the engine. */
class SegmentWindowsTest {

    private final Grid grid = BrightPhantom.GRID;

    @TempDir
    Path folder;
    private Path model;

    /** The trained field of view is half of the image's along each axis: windows of 144 x 140 x 144 mm. */
    @BeforeEach
    void write() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        model = BrightPhantom.model(folder.resolve("model"), false, BrightPhantom.fieldOf(grid).times(0.5), 1);
    }

    private SegmentResult segment(Windowing windowing, NullProgressMonitor monitor) throws GlomeraException {
        return BrightPhantom.services().segment().run(new SegmentRequest(List.of(model), new Images(
                folder.resolve("ct.nii.gz"), Optional.empty()), windowing,
                Outputs.ofLabelMap(folder.resolve("out.nii.gz"))), monitor);
    }

    @Test
    void slidingWindows_findTheKidneysWhereverTheyAre() throws GlomeraException {
        SegmentResult result = segment(new Windowing.Sliding(), new NullProgressMonitor());
        // twice as long along each axis: 32 points of 9 x 8.75 x 9 mm in windows of 16 that start at 0, 8 and 16
        assertEquals(27, result.members().get(0).windows());
        assertEquals(0, result.members().get(0).spacingMm().minus(new Vector3(9, 8.75, 9)).length(), 1e-9);
        // 258 ml each; a point has 0.71 ml, half of one more or less on each face of 48 x 56 x 96 mm is 25 %
        for (Side side : Side.values()) {
            assertEquals(258, result.volumeMl().get(side), 65, side.word());
        }
    }

    @Test
    void finerSpacing_isShownAsAsked() throws GlomeraException {
        SegmentResult result = segment(new Windowing.Sliding(0, OptionalDouble.of(6)), new NullProgressMonitor());
        // 288 / 6 = 48 points, 280 / 6 = 46.7: 47, in windows side by side of 16: 3 along each axis
        assertEquals(27, result.members().get(0).windows());
        assertEquals(6, result.members().get(0).spacingMm().x(), 1e-9);
        assertTrue(result.caveats().stream().anyMatch(each -> each.contains("organs look larger")),
                result.caveats().toString());
        assertEquals(258, result.volumeMl().get(Side.RIGHT), 65);
    }

    @Test
    void card_choosesWhenTheUserDoesNot() throws GlomeraException {
        assertEquals(3, segment(new Windowing.ByCard(), new NullProgressMonitor()).members().get(0).windows());
        ModelCard card = ModelFolder.readCard(model);
        InputPreparation p = card.preparation();
        ModelFolder.writeCard(model, new ModelCard(card.format(), card.name(), card.title(), card.architecture(),
                card.parameters(), card.channels(), new InputPreparation(p.nx(), p.ny(), p.nz(), p.intensity(),
                        p.ctOutsideHu(), p.fieldOfViewMm(), InputWindows.SLIDING), card.labelMeaning(), card.training(),
                card.epochs(), card.trainingData(), Map.of(), Map.of(), Map.of(), "", card.licence(), List.of(),
                card.created()));
        assertEquals(27, segment(new Windowing.ByCard(), new NullProgressMonitor()).members().get(0).windows());
    }

    @Test
    void progress_tellsTheWindow_andCancellingLeavesNothing() {
        List<String> told = new ArrayList<>();
        NullProgressMonitor monitor = new NullProgressMonitor() {
            @Override
            public void subTask(String name) {
                told.add(name);
                setCanceled(isCanceled() || name.contains("window 3 of 27"));
            }
        };
        assertThrows(OperationCanceledException.class, () -> segment(new Windowing.Sliding(), monitor));
        assertTrue(told.contains("Applying the network, window 2 of 27"), told.toString());
        assertFalse(told.contains("Applying the network, window 4 of 27"), told.toString());
        assertFalse(Files.exists(folder.resolve("out.nii.gz")));
    }

    @Test
    void imageSmallerThanAKidney_isRefused() throws GlomeraException {
        Grid slice = Grid.axial(48, 40, 3, new Vector3(6, 7, 8), new Vector3(-141, -136, -100));
        float[] water = new float[slice.voxelCount()];
        Arrays.fill(water, 30);
        NiftiFiles.write(folder.resolve("ct.nii.gz"), new Volume(slice, Quantity.HOUNSFIELD, water));
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> segment(new Windowing.ByCard(), new NullProgressMonitor()));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("288 x 280 x 24 mm, less than a kidney"), refused.getMessage());
    }
}
