package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.SegmentRequest;
import org.glomera.pipeline.SegmentRequest.Images;
import org.glomera.pipeline.SegmentRequest.Outputs;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.glomera.pipeline.SegmentResult;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several networks on one image. */
class EnsembleTest {

    /** Five sums of single precision numbers between 0 and 1; a root doubles the relative error of a small variance. */
    private static final float SINGLE = 1e-6f;
    private static final float SINGLE_ROOT = 2e-4f;

    private final Grid small = Grid.axial(3, 2, 2, new Vector3(2, 3, 5), new Vector3(0, 0, 0));

    @TempDir
    Path folder;

    private static Volume of(Grid grid, float... values) {
        return new Volume(grid, Quantity.PROBABILITY, values);
    }

    @Test
    void twoMembers_disagreeByHalfTheirDifference() {
        // 0.2 and 0.8: mean 0.5, standard deviation 0.3; 1 and 1: 1 and 0; 0 and 1: 0.5 and 0.5, the most there is
        Grid three = Grid.axial(3, 1, 1, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        EnsembleSum sum = new EnsembleSum(three);
        sum.add(of(three, 0.2f, 1, 0));
        sum.add(of(three, 0.8f, 1, 1));
        assertArrayEquals(new float[] {0.5f, 1, 0.5f}, sum.mean().values(), SINGLE);
        assertArrayEquals(new float[] {0.3f, 0, 0.5f}, sum.disagreement().values(), SINGLE_ROOT);
    }

    @Test
    void severalMembers_haveMeanAndDeviationOfASlowReference() {
        Random random = new Random(2);
        EnsembleSum sum = new EnsembleSum(small);
        List<float[]> members = new ArrayList<>();
        for (int m = 0; m < 5; m++) {
            float[] values = new float[small.voxelCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            members.add(values);
            sum.add(of(small, values.clone()));
        }
        float[] mean = new float[small.voxelCount()];
        float[] deviation = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double total = 0;
            double squares = 0;
            for (float[] values : members) {
                total += values[i];
                squares += (double) values[i] * values[i];
            }
            mean[i] = (float) (total / 5);
            deviation[i] = (float) Math.sqrt(squares / 5 - total / 5 * (total / 5));
        }
        assertArrayEquals(mean, sum.mean().values(), SINGLE);
        assertArrayEquals(deviation, sum.disagreement().values(), SINGLE_ROOT);
    }

    @Test
    void outline_isWhatSharesAFaceWithAnother() {
        // 5 x 5 x 5 voxels, a right kidney of 3 x 3 x 3: its middle alone is not on the outline, so 26 voxels are; the
        // disagreement is 0.4 in one corner, 1 in the middle: 0.4 / 26
        Grid grid = Grid.axial(5, 5, 5, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        byte[] labels = new byte[125];
        for (int z = 1; z < 4; z++) {
            for (int y = 1; y < 4; y++) {
                for (int x = 1; x < 4; x++) {
                    labels[grid.index(x, y, z)] = (byte) Side.RIGHT.label();
                }
            }
        }
        float[] disagreement = new float[125];
        disagreement[grid.index(1, 1, 1)] = 0.4f;
        disagreement[grid.index(2, 2, 2)] = 1;
        Map<Side, Double> means = EnsembleSum.onOutline(new Volume(grid, Quantity.UNKNOWN, disagreement),
                new LabelMap(grid, labels));
        assertEquals(0.4 / 26, means.get(Side.RIGHT), SINGLE);
        assertEquals(1, means.size());
    }

    private SegmentResult segment(List<Path> models, Outputs outputs) throws GlomeraException {
        NiftiFiles.write(folder.resolve("ct.nii.gz"), BrightPhantom.phantom(BrightPhantom.GRID));
        return BrightPhantom.services().segment().run(new SegmentRequest(models, new Images(folder.resolve("ct.nii.gz"),
                Optional.empty()), new Windowing.ByCard(), outputs), new NullProgressMonitor());
    }

    private Path model(int seed) throws GlomeraException {
        return BrightPhantom.model(folder.resolve("model_fold" + seed), false, BrightPhantom.fieldOf(BrightPhantom.GRID),
                seed);
    }

    private Volume probability(List<Path> models, String name) throws GlomeraException {
        segment(models, Outputs.none().withProbability(folder.resolve(name)));
        return NiftiFiles.readVolume(folder.resolve(name), Quantity.PROBABILITY);
    }

    @Test
    void ensemble_hasTheMeanOfItsMembersProbabilities() throws GlomeraException {
        Volume first = probability(List.of(model(1)), "first.nii.gz");
        Volume second = probability(List.of(model(2)), "second.nii.gz");
        Volume both = probability(List.of(model(1), model(2)), "both.nii.gz");
        double most = 0;
        for (int i = 0; i < both.values().length; i++) {
            assertEquals((first.values()[i] + second.values()[i]) / 2, both.values()[i], SINGLE);
            most = Math.max(most, Math.abs(first.values()[i] - second.values()[i]));
        }
        assertTrue(most > 0.001, "the members differ: " + most);
    }

    @Test
    void ensemble_tellsOfEachMember_andHowFarTheyAreApart() throws GlomeraException {
        SegmentResult result = segment(List.of(model(1), model(2), model(3)), Outputs.none()
                .withDisagreement(folder.resolve("disagreement.nii")).withJson(folder.resolve("out.json")));
        assertEquals(3, result.members().size());
        Volume disagreement = NiftiFiles.readVolume(folder.resolve("disagreement.nii"), Quantity.UNKNOWN);
        for (float value : disagreement.values()) {
            assertTrue(value >= 0 && value <= 0.5, "disagreement " + value);
        }
        double onOutline = result.meanDisagreement().orElseThrow().get(Side.LEFT);
        assertTrue(onOutline > 0 && onOutline < 0.5, "on the outline " + onOutline);
        assertEquals(onOutline, StudyJson.readTree(folder.resolve("out.json")).get("kidneys").get(1)
                .get("meanDisagreementOnOutline").asDouble(), 0);
    }

    @Test
    void networksOfTwoImages_areNoEnsemble() throws GlomeraException {
        Path hybrid = BrightPhantom.model(folder.resolve("hybrid"), true, BrightPhantom.fieldOf(BrightPhantom.GRID), 1);
        List<Path> models = List.of(model(1), hybrid);
        Outputs out = Outputs.ofLabelMap(folder.resolve("out.nii"));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> segment(models, out));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("are no ensemble"), refused.getMessage());
    }

    @Test
    void oneNetwork_cannotDisagree() throws GlomeraException {
        List<Path> models = List.of(model(1));
        Outputs out = Outputs.none().withDisagreement(folder.resolve("out.nii"));
        assertThrows(GlomeraException.class, () -> segment(models, out));
    }
}
