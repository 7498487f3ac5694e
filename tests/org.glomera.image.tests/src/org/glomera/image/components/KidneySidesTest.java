package org.glomera.image.components;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;

import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.SidedKidneys.Caveat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KidneySidesTest {

    private static final double ROUNDING = 1e-9;

    /** 80 x 40 x 30 voxels of 5 x 6 x 8 mm (0.24 ml) about x = 0. */
    private static final Grid GRID = Grid.axial(80, 40, 30, new Vector3(5, 6, 8), new Vector3(-197.5, -100, -100));

    /** A box in patient space, with a probability. */
    private record Block(double x0, double x1, double y0, double y1, double z0, double z1, float probability) {
        static Block about(double x, double halfMm) {
            return new Block(x - halfMm, x + halfMm, -halfMm, halfMm, -halfMm, halfMm, 0.9f);
        }

        boolean contains(Vector3 mm) {
            return mm.x() > x0 && mm.x() < x1 && mm.y() > y0 && mm.y() < y1 && mm.z() > z0 && mm.z() < z1;
        }
    }

    private static Volume probability(Grid grid, Block... blocks) {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            Vector3 mm = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny());
            for (Block block : blocks) {
                if (block.contains(mm)) {
                    values[i] = block.probability();
                }
            }
        }
        return new Volume(grid, Quantity.PROBABILITY, values);
    }

    private static int labelAt(SidedKidneys kidneys, Grid grid, double x, double y, double z) {
        Vector3 v = grid.voxelToPatientMm().inverse().apply(x, y, z);
        return kidneys.kidneys().at((int) Math.round(v.x()), (int) Math.round(v.y()), (int) Math.round(v.z()));
    }

    /** The same field of view with indices in other orders and directions. */
    static List<Grid> orientations() {
        return List.of(GRID,
                new Grid(80, 40, 30, new Affine3(new Vector3(-5, 0, 0), new Vector3(0, -6, 0), new Vector3(0, 0, 8),
                        new Vector3(197.5, 134, -100))),
                new Grid(30, 40, 80, new Affine3(new Vector3(0, 0, -8), new Vector3(0, 6, 0), new Vector3(5, 0, 0),
                        new Vector3(-197.5, -100, 132))));
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void split_takesSmallerPatientXForRight(Grid grid) {
        SidedKidneys result = KidneySides.split(probability(grid, Block.about(-60, 25), Block.about(65, 20)), 0.5);
        assertEquals(Side.RIGHT.label(), labelAt(result, grid, -60, 0, 0));
        assertEquals(Side.LEFT.label(), labelAt(result, grid, 65, 0, 0));
        assertEquals(0, labelAt(result, grid, 0, 0, 0));
        assertEquals(List.of(), result.caveats());
        assertEquals(0, result.removedComponents());
    }

    @Test
    void split_keepsTheLargestOfASideAndCountsTheRest() {
        // a false finding of x 145 to 155 (2 voxels), y 0 to 12 at -4 + 6 n: 2, 8 (2 voxels), z at 4 (8 n - 100): 1
        // voxel: 4 voxels of 0.24 ml = 0.96 ml
        Volume probability = probability(GRID, Block.about(-60, 25), Block.about(65, 20),
                new Block(145, 155, 0, 12, 0, 8, 0.7f));
        SidedKidneys result = KidneySides.split(probability, 0.5);
        assertEquals(0, labelAt(result, GRID, 152, 2, 4));
        assertEquals(1, result.removedComponents());
        assertEquals(0.96, result.removedMl(), ROUNDING);
        assertEquals(List.of(), result.caveats());
        // centres of its voxels: x 147.5 and 152.5, y 2 and 8, z 4
        RemovedPiece piece = result.removed().get(0);
        assertEquals(Side.LEFT, piece.side());
        assertEquals(4, piece.voxels());
        assertEquals(0, piece.centreMm().minus(new Vector3(150, 5, 4)).length(), ROUNDING);
        assertEquals(0.7, piece.meanProbability(), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void removedPieces_lieInThePatient_theLargestFirst(Grid grid) {
        SidedKidneys result = KidneySides.split(probability(grid, Block.about(-60, 25), Block.about(65, 20),
                new Block(145, 155, 0, 12, 0, 8, 0.7f), new Block(-155, -145, 0, 12, 0, 16, 0.6f)), 0.5);
        // on the right 2 x 2 x 2 voxels, on the left 2 x 2 x 1
        assertEquals(List.of(Side.RIGHT, Side.LEFT), result.removed().stream().map(RemovedPiece::side).toList());
        assertEquals(List.of(8, 4), result.removed().stream().map(RemovedPiece::voxels).toList());
        assertEquals(0, result.removed().get(0).centreMm().minus(new Vector3(-150, 5, 8)).length(), ROUNDING);
    }

    @Test
    void split_countsAVoxelAtTheThresholdAndLeavesOutNan() {
        Volume at = probability(GRID, Block.about(-60, 25), new Block(40, 90, -25, 25, -25, 25, 0.5f));
        assertEquals(List.of(), KidneySides.split(at, 0.5).caveats());
        assertEquals(List.of(Caveat.NO_LEFT_KIDNEY), KidneySides.split(at, 0.51).caveats());
        Volume nan = probability(GRID, Block.about(-60, 25), new Block(40, 90, -25, 25, -25, 25, Float.NaN));
        assertEquals(List.of(Caveat.NO_LEFT_KIDNEY), KidneySides.split(nan, 0.5).caveats());
    }

    @Test
    void split_saysThatNothingWasFound() {
        SidedKidneys result = KidneySides.split(probability(GRID), 0.5);
        assertEquals(List.of(Caveat.NO_KIDNEY), result.caveats());
        assertArrayEquals(new byte[GRID.voxelCount()], result.kidneys().labels());
    }

    @Test
    void split_takesASpeckForNoKidney() {
        // 10 mm cubes are 0.24 ml or a few times that, below 5 ml
        SidedKidneys result = KidneySides.split(probability(GRID, Block.about(-60, 25), Block.about(65, 5)), 0.5);
        assertEquals(List.of(Caveat.NO_LEFT_KIDNEY), result.caveats());
        assertEquals(1, result.removedComponents());
    }

    @Test
    void split_doesNotMakeARightKidneyOfASpleen() {
        // kidney at 60, spleen 50 mm beside it at 115: both left; the larger is kept
        SidedKidneys result = KidneySides.split(probability(GRID, Block.about(55, 25), Block.about(115, 20)), 0.5);
        assertEquals(List.of(Caveat.NO_RIGHT_KIDNEY), result.caveats());
        assertEquals(Side.LEFT.label(), labelAt(result, GRID, 55, 0, 0));
        assertEquals(0, labelAt(result, GRID, 115, 0, 0));
    }

    @Test
    void split_tellsKidneysOfAPatientOffCentreApart() {
        // both at positive x, 110 mm apart, half-way 57.5 mm from the middle of the field of view
        SidedKidneys result = KidneySides.split(probability(GRID, Block.about(2.5, 20), Block.about(112.5, 20)), 0.5);
        assertEquals(Side.RIGHT.label(), labelAt(result, GRID, 2.5, 0, 0));
        assertEquals(Side.LEFT.label(), labelAt(result, GRID, 112.5, 0, 0));
        assertEquals(List.of(Caveat.OFF_CENTRE), result.caveats());
    }

    @Test
    void split_followsAMidlineThatIsGiven() {
        // with the midline at 150 both lie to the right of it, and the larger is kept
        SidedKidneys result = KidneySides.split(probability(GRID, Block.about(-60, 25), Block.about(65, 20)), 0.5,
                OptionalDouble.of(150));
        assertEquals(Side.RIGHT.label(), labelAt(result, GRID, -60, 0, 0));
        assertEquals(0, labelAt(result, GRID, 65, 0, 0));
        assertEquals(List.of(Caveat.NO_LEFT_KIDNEY), result.caveats());
    }

    @Test
    void split_cutsAHorseshoeAtTheMidline() {
        // two kidneys and an isthmus of 8 mm between them: one component
        Volume horseshoe = probability(GRID, Block.about(-60, 25), Block.about(60, 25),
                new Block(-60, 60, -10, 10, -30, -20, 0.9f));
        SidedKidneys result = KidneySides.split(horseshoe, 0.5);
        assertEquals(List.of(Caveat.CUT_AT_MIDLINE), result.caveats());
        assertEquals(Side.RIGHT.label(), labelAt(result, GRID, -60, 0, 0));
        assertEquals(Side.LEFT.label(), labelAt(result, GRID, 60, 0, 0));
        assertEquals(result.kidneys().count(Side.RIGHT), result.kidneys().count(Side.LEFT));
    }

    @Test
    void split_leavesAKidneyThatReachesALittleOverTheMidlineWhole() {
        // a kidney from -85 to 10 mm: a tenth lies beyond the midline
        Volume wide = probability(GRID, new Block(-85, 10, -25, 25, -25, 25, 0.9f), Block.about(85, 20));
        SidedKidneys result = KidneySides.split(wide, 0.5, OptionalDouble.of(0));
        assertEquals(Side.RIGHT.label(), labelAt(result, GRID, 7.5, 0, 0));
        assertEquals(List.of(), result.caveats());
    }
}
