package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.SpectRules;
import org.glomera.image.intensity.LinearMapping;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmenting with a stand-in for the engine that takes what is bright for a kidney. */
class SegmentServiceTest {

    private final Grid grid = BrightPhantom.GRID;

    @TempDir
    Path folder;

    @Test
    void brightOrgans_becomeRightAndLeftKidneyOnTheImagesGrid() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        SegmentResult result = segment("ct.nii.gz", model(false, BrightPhantom.fieldOf(grid)));
        assertEquals("ct", result.grid());
        // 8 x 8 x 12 voxels of 6 x 7 x 8 mm are 258 ml; the input grid is three times as coarse, so a third is allowed
        for (Side side : Side.values()) {
            assertEquals(258, result.volumeMl().get(side), 86, side.word());
        }
        LabelMap map = NiftiFiles.readLabelMap(folder.resolve("out.nii.gz"));
        assertTrue(map.grid().isSameAs(grid, 0.01));
        assertEquals(Side.RIGHT.label(), map.at(13, 19, 18));
        assertEquals(Side.LEFT.label(), map.at(33, 19, 18));
        assertTrue(result.meanActivityBqPerMl().isEmpty());
    }

    @Test
    void imageStoredTheOtherWayRound_hasTheSameKidneys() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Path model = model(false, BrightPhantom.fieldOf(grid));
        SegmentResult asDrawn = segment("ct.nii.gz", model);
        NiftiFiles.write(folder.resolve("flipped.nii.gz"), BrightPhantom.flipped(BrightPhantom.phantom(grid)));
        SegmentResult flipped = segment("flipped.nii.gz", model);
        for (Side side : Side.values()) {
            assertEquals(asDrawn.volumeMl().get(side), flipped.volumeMl().get(side), 0.5, side.word());
        }
        LabelMap map = NiftiFiles.readLabelMap(folder.resolve("out.nii.gz"));
        // index x runs to the right now: the right kidney is at 47 - 13
        assertEquals(Side.RIGHT.label(), map.at(34, 20, 18));
    }

    @Test
    void otherFieldOfView_isBroughtToTheTrainingsAndSaid() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Vector3 field = BrightPhantom.fieldOf(grid);
        SegmentResult result = segment("ct.nii.gz", model(false, new Vector3(field.x(), field.y() * 1.5, field.z())));
        assertTrue(result.caveats().get(0).contains("280 instead of 420 mm from front to back"),
                result.caveats().toString());
        assertTrue(result.volumeMl().get(Side.RIGHT) > 100, result.toString());
    }

    @Test
    void missingSpect_isAskedForByAHybridNetwork() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Path model = model(true, BrightPhantom.fieldOf(grid));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> segment("ct.nii.gz", model));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("needs a SPECT"), refused.getMessage());
    }

    @Test
    void spectBesideAStandardNetwork_givesTheActivityInTheKidneys() throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Grid coarse = grid.withSize(24, 20, 18);
        float[] even = new float[coarse.voxelCount()];
        Arrays.fill(even, 4200);
        NiftiFiles.write(folder.resolve("spect.nii.gz"), new Volume(coarse, Quantity.ACTIVITY_CONCENTRATION, even));
        SegmentResult result = BrightPhantom.services().segment().run(new SegmentRequest(model(false, BrightPhantom.fieldOf(grid)),
                folder.resolve("ct.nii.gz"), Optional.of(folder.resolve("spect.nii.gz")),
                folder.resolve("out.nii.gz")), new NullProgressMonitor());
        assertEquals(4200, result.meanActivityBqPerMl().get(Side.LEFT), 1e-3);
    }

    @Test
    void valuesThatAreNoHounsfieldUnits_areRemarked() throws GlomeraException {
        Volume ct = BrightPhantom.phantom(grid);
        for (int i = 0; i < ct.values().length; i++) {
            ct.values()[i] = ct.values()[i] / 1000 + 1;
        }
        NiftiFiles.write(folder.resolve("ct.nii.gz"), ct);
        SegmentResult result = segment("ct.nii.gz", model(false, BrightPhantom.fieldOf(grid)));
        assertTrue(result.caveats().stream().anyMatch(each -> each.contains("does not look like HU")),
                result.caveats().toString());
    }

    @Test
    void badInput_isNamedAndNothingIsWritten() throws Exception {
        Path model = model(false, BrightPhantom.fieldOf(grid));
        Volume broken = BrightPhantom.phantom(grid);
        broken.values()[5] = Float.NaN;
        NiftiFiles.write(folder.resolve("broken.nii.gz"), broken);
        Files.writeString(folder.resolve("text.nii.gz"), "not an image");
        for (String name : List.of("broken.nii.gz", "text.nii.gz", "missing.nii.gz")) {
            GlomeraException refused = assertThrows(GlomeraException.class, () -> segment(name, model));
            assertEquals(Kind.INPUT, refused.kind(), name);
            assertTrue(refused.getMessage().contains(name), refused.getMessage());
        }
        assertTrue(Files.notExists(folder.resolve("out.nii.gz")));
        assertThrows(GlomeraException.class, () -> segment("broken.nii.gz", folder.resolve("nowhere")));
    }

    /**
     * The sheet has three slices of 460 pixels with gaps of 12: the first, coronal, from x 12 to 471. The patient's right
     * kidney (indices x 10 to 17 of 48) is left of its middle, at x 241, the left one (30 to 37) right of it.
     */
    @Test
    void picture_hasTheRightKidneyOnItsLeft() throws Exception {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        Path picture = folder.resolve("new/picture.png");
        segment(new Images(folder.resolve("ct.nii.gz"), Optional.empty()), model(false, BrightPhantom.fieldOf(grid)),
                Outputs.none().withPicture(picture));
        BufferedImage sheet = ImageIO.read(picture.toFile());
        assertEquals(12 + 3 * 472, sheet.getWidth());
        assertTrue(outlinePixels(sheet, 12, 241, 0xffb000) > 100);
        assertTrue(outlinePixels(sheet, 241, 472, 0x4fc3f7) > 100);
        assertEquals(0, outlinePixels(sheet, 241, 472, 0xffb000));
        assertEquals(0, outlinePixels(sheet, 12, 241, 0x4fc3f7));
    }

    /** The phantom stored as HU + 1000 in a file that says no unit; with -1000 it is the phantom again, voxel by voxel. */
    @Test
    void offset_makesHounsfieldUnitsOfStoredNumbers() throws GlomeraException {
        Path model = model(false, BrightPhantom.fieldOf(grid));
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(grid));
        SegmentResult plain = segment("ct.nii.gz", model);
        NiftiFiles.write(folder.resolve("stored.nii.gz"), new LinearMapping(1, 1000, Quantity.UNKNOWN)
                .apply(BrightPhantom.phantom(grid)));
        Outputs out = Outputs.ofLabelMap(folder.resolve("out.nii.gz"));
        SegmentResult moved = segment(new Images(List.of(folder.resolve("stored.nii.gz")), Optional.empty(), -1000,
                SpectRules.asStored()), model, out);
        assertEquals(plain.volumeMl(), moved.volumeMl());
        Images inHu = new Images(List.of(folder.resolve("ct.nii.gz")), Optional.empty(), -1000, SpectRules.asStored());
        GlomeraException refused = assertThrows(GlomeraException.class, () -> segment(inHu, model, out));
        assertTrue(refused.getMessage().contains("offset"), refused.getMessage());
    }

    @Test
    void pictureOfAnotherKind_isRefusedBeforeAnythingIsRead() {
        Images ct = new Images(folder.resolve("ct.nii.gz"), Optional.empty());
        Outputs jpeg = Outputs.none().withPicture(folder.resolve("picture.jpg"));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> segment(ct, folder, jpeg));
        assertTrue(refused.getMessage().contains("picture.jpg"), refused.getMessage());
        assertTrue(refused.getMessage().contains(".png"), refused.getMessage());
    }

    /** Pixels of a colour between two columns of the slices. */
    private static int outlinePixels(BufferedImage sheet, int from, int to, int rgb) {
        int count = 0;
        for (int y = 32; y < 32 + 460; y++) {
            for (int x = from; x < to; x++) {
                count += (sheet.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    private SegmentResult segment(String ct, Path model) throws GlomeraException {
        return BrightPhantom.services().segment().run(new SegmentRequest(model, folder.resolve(ct), Optional.empty(),
                folder.resolve("out.nii.gz")), new NullProgressMonitor());
    }

    private static SegmentResult segment(Images images, Path model, Outputs outputs) throws GlomeraException {
        return BrightPhantom.services().segment().run(new SegmentRequest(List.of(model), images, new Windowing.ByCard(), outputs),
                new NullProgressMonitor());
    }

    private Path model(boolean hybrid, Vector3 fieldMm) throws GlomeraException {
        return BrightPhantom.model(folder.resolve("model"), hybrid, fieldMm, 1);
    }
}
