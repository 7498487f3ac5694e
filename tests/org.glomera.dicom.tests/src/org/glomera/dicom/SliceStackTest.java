package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slices at places of a test's choice, their values a function of the place in the patient. */
class SliceStackTest {

    private static final int COLUMNS = 7;
    private static final int ROWS = 6;
    private static final int WORDS = COLUMNS * ROWS;
    /** Stored values are multiples of this: a power of two, so that no value is rounded. */
    private static final double SLOPE = 1.0 / 16;
    /** Positions are written with the 16 characters of a decimal string; values are about 300. */
    private static final double DECIMAL_ROUNDING = 1e-4;
    private static final double EXACT_ENOUGH_MM = 1e-8;

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private final List<Path> files = new ArrayList<>();
    private Grid base;

    static List<Grid> orientations() {
        List<Grid> all = new ArrayList<>(Phantoms.ORIENTATIONS);
        // Turned about two axes: rows (0.8, 0.6, 0), columns (-0.48, 0.64, -0.6), normal (-0.36, 0.48, 0.8)
        all.add(new Grid(COLUMNS, ROWS, 5, new Affine3(new Vector3(1.2, 0.9, 0), new Vector3(-1.08, 1.44, -1.35),
                new Vector3(-1.125, 1.5, 2.5), new Vector3(-31, 17, 45))));
        return all;
    }

    @Test
    void missingSlice_isFilledAndNamed() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        addRamp(0, 1, 3, 4);
        ReadImage image = read();
        assertRamp(image, 0);
        // Slices 3.125 mm apart from -400.75 mm on; the third is at -400.75 + 2 * 3.125 = -394.5 mm.
        assertEquals(List.of("One slice was missing, at -394.50 mm; it was filled by linear interpolation between the "
                + "neighbours."), image.remarks());
        assertEquals(3.125, image.volume().grid().spacingMm().z(), EXACT_ENOUGH_MM);
        assertEquals(5, image.volume().grid().nz());
    }

    @Test
    void filledSlice_liesBetweenItsNeighboursByHand() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        for (int z : new int[] {0, 1, 4, 5}) {
            add(at(z, 0, 0), p -> z == 1 ? 100 : z == 4 ? 400 : 0);
        }
        float[] values = read().volume().values();
        // One third and two thirds of the way from 100 to 400
        assertEquals(200, values[2 * WORDS]);
        assertEquals(300, values[3 * WORDS]);
    }

    @Test
    void gapOfTenMillimetres_isFilledButNoLarger() throws GlomeraException, IOException {
        start(spaced(5));
        addRamp(0, 1, 2, 4, 5);
        assertRamp(read(), 0);
        start(spaced(5.2));
        addRamp(0, 1, 2, 4, 5);
        // The gap is 10.4 mm; the first missing place is at -400.75 + 3 * 5.2 = -385.15 mm.
        assertRefused("1 slice(s) are missing", "-385.15 mm", "at most 10 mm");
    }

    @Test
    void fourMissingInARow_areFilledButNotFive() throws GlomeraException, IOException {
        start(spaced(1));
        addRamp(0, 1, 2, 7, 8, 9, 10);
        assertRamp(read(), 0);
        start(spaced(1));
        addRamp(0, 1, 2, 8, 9, 10, 11);
        assertRefused("5 slice(s) are missing", "-397.75 mm");
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void slicesInAnyOrder_makeTheGrid(Grid grid) throws GlomeraException, IOException {
        start(grid);
        addRamp(0, 1, 2, 3, 4);
        Collections.shuffle(files, new Random(3));
        ReadImage image = read();
        assertRamp(image, 0);
        assertTrue(image.volume().grid().isSameAs(grid, EXACT_ENOUGH_MM));
        assertEquals(List.of(), image.remarks());
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void tiltedGantry_isStraightened(Grid grid) throws GlomeraException, IOException {
        start(grid);
        for (int z = 0; z < 5; z++) {
            add(at(z, 0.3125 * z, -0.75 * z), this::ramp);
        }
        Collections.shuffle(files, new Random(4));
        ReadImage image = read();
        // Columns 0 to 6 + 4 * 0.3125 = 7.25, so 9 of them; rows -4 * 0.75 = -3 to 5, so 9 of them.
        assertEquals(9, image.volume().grid().nx());
        assertEquals(9, image.volume().grid().ny());
        assertEquals(5, image.volume().grid().nz());
        assertSlices(image, 0.3125, -0.75, -1);
        // Per step of 3.125 mm aside by 0.3125 * 1.5 and 0.75 * 2.25 mm: atan(1.7513 / 3.125) = 29.3 degrees
        assertEquals(List.of("The slices were stacked aslant, by 29.3 degrees (tilted gantry); they were brought onto "
                + "an upright grid by linear interpolation within their planes."), image.remarks());
        assertEquals(image.volume().grid(), look().grid());
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void tiltedGantryWithMissingSlices_isStraightenedAndFilled(Grid grid) throws GlomeraException, IOException {
        start(grid);
        for (int z : new int[] {0, 1, 3, 4, 5}) {
            add(at(z, 0.5 * z, 0.125 * z), this::ramp);
        }
        ReadImage image = read();
        assertEquals(6, image.volume().grid().nz());
        assertEquals(2, image.remarks().size());
        assertSlices(image, 0.5, 0.125, 2);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void varyingSpacing_isResampledToTheSmallestUsualOne(Grid grid) throws GlomeraException, IOException {
        start(grid);
        // Steps of 1 and of 1.75 times 3.125 mm: over 7.5 steps of the smaller one
        double[] steps = {0, 1, 2, 3.75, 5.5, 6.5, 7.5};
        for (double z : steps) {
            add(at(z, 0, 0), this::ramp);
        }
        Collections.shuffle(files, new Random(5));
        ReadImage image = read();
        // 7.5 steps make 8 of 7.5 / 8 * 3.125 = 2.9297 mm, so that the first and the last slice stay where they are.
        assertEquals(9, image.volume().grid().nz());
        assertEquals(7.5 / 8 * 3.125, image.volume().grid().spacingMm().z(), EXACT_ENOUGH_MM);
        assertRamp(image, 0);
        assertEquals(1, image.remarks().size());
        assertTrue(image.remarks().get(0).endsWith("to 5.47 mm; the image was resampled to slices 2.93 mm apart by "
                + "linear interpolation."), image.remarks().get(0));
        assertEquals(image.remarks(), look().remarks());
    }

    @Test
    void varyingSpacingWithALargeGap_isRefused() throws IOException {
        start(spaced(3));
        // 0, 3, 6, 16.5 mm: the gap of 10.5 mm is 3.5 times 3 mm, and more than 10 mm.
        for (double z : new double[] {0, 1, 2, 5.5, 6.5, 7.5}) {
            add(at(z, 0, 0), this::ramp);
        }
        assertRefused("10.50 mm apart", "spacing of the series varies");
    }

    @Test
    void spacingThatWouldTakeManyPlanes_isRefused() throws IOException {
        start(spaced(1));
        // A quarter of the gaps is 0.46 mm: 25.5 mm would take 56 planes of it, more than ten for each of 5 slices.
        for (double z : new double[] {0, 0.46, 8.5, 17, 25.5}) {
            add(at(z, 0, 0), this::ramp);
        }
        assertRefused("s0.dcm", "5 slices", "varies so much");
    }

    @Test
    void slicesOfRandomValues_areInterpolatedAsBySlowReference() throws GlomeraException, IOException {
        start(orientations().get(3));
        Random random = new Random(6);
        List<Vector3> places = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (double z : new double[] {0, 1, 2.5, 3.5, 4.5}) {
            double[] own = random.ints(WORDS, -1000, 3000).asDoubleStream().toArray();
            places.add(at(z, 0.4 * z, 0.3 * z));
            values.add(own);
            add(places.get(places.size() - 1), own);
        }
        ReadImage image = read();
        Grid grid = image.volume().grid();
        int compared = 0;
        for (int i = 0; i < grid.voxelCount(); i++) {
            Vector3 p = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
            double expected = slow(places, values, p);
            if (!Double.isNaN(expected)) {
                assertEquals(expected, image.volume().values()[i], 10 * DECIMAL_ROUNDING);
                compared++;
            }
        }
        assertTrue(compared > 3 * WORDS, compared + " voxels");
    }

    @Test
    void slicesMovedWithinTheirPlanes_areBroughtTogether() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        for (int z = 0; z < 4; z++) {
            add(at(z, z == 2 ? 2 : 0, 0), this::ramp);
        }
        ReadImage image = read();
        assertEquals(9, image.volume().grid().nx());
        assertEquals(4 * WORDS, countRamp(image));
        // 2 columns of 1.5 mm
        assertTrue(image.remarks().get(0).contains("shifted within their planes by up to 3.0 mm"));
        // Only slice 2 reaches columns 7 and 8; the others are air there.
        assertEquals(CtReader.PADDING_HU, image.volume().at(8, 0, 0));
    }

    @Test
    void otherRegion_isRefused() throws IOException {
        start(Phantoms.AXIAL);
        addRamp(0, 1);
        add(at(2, 7, 0), this::ramp);
        assertRefused("more than a slice is wide");
    }

    @Test
    void sliceThatIsThereTwice_isTakenOnce() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        addRamp(0, 1, 1, 2, 3);
        ReadImage image = read();
        assertRamp(image, 0);
        assertEquals(4, image.volume().grid().nz());
        // -400.75 + 3.125 = -397.625 mm
        assertEquals(List.of("One slice was there twice, at -397.63 mm; one of each was taken."), image.remarks());
    }

    @Test
    void differentSlicesAtOnePlace_areRefusedByName() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        addRamp(0, 1, 2, 3);
        add(at(1, 0, 0), p -> ramp(p) + (p.minus(at(1, 3, 2)).length() < 0.1 ? 1 : 0));
        assertEquals(4, look().grid().nz());
        assertRefused("same position, -397.63 mm", "s1.dcm", "s4.dcm", "show different things");
    }

    @Test
    void oneSliceTwice_isASingleSlice() throws GlomeraException, IOException {
        start(Phantoms.AXIAL);
        addRamp(2, 2);
        ReadImage image = read();
        assertEquals(1, image.volume().grid().nz());
        assertEquals(3.125, image.volume().grid().spacingMm().z(), EXACT_ENOUGH_MM);
    }

    @Test
    void singleSliceWithoutThickness_isRefused() throws IOException {
        start(Phantoms.AXIAL);
        addRamp(2);
        toolkit.of(files.get(0)).putEmpty(Tag.SLICE_THICKNESS);
        assertRefused("only slice of its series", "s0.dcm");
    }

    @Test
    void nonsense_isRefusedWithASentence() throws IOException {
        start(Phantoms.AXIAL);
        addRamp(0, 1, 2);
        toolkit.of(files.get(1)).put(Tag.IMAGE_POSITION_PATIENT, "1e308", "1e308", "1e308");
        assertRefused("image position", "s1.dcm");
        toolkit.of(files.get(0)).put(Tag.PIXEL_SPACING, "1e-300", "1e-300");
        assertRefused("pixel spacing", "not possible");
        start(Phantoms.AXIAL);
        addRamp(0);
        toolkit.of(files.get(0)).put(Tag.SLICE_THICKNESS, "1e300");
        assertRefused("no slice thickness");
    }

    @Test
    void everyPermutation_isUndoneInPlace() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            float[] slices = {0, 0, 1, 1, 2, 2};
            StackFill.permute(slices, order, 2);
            for (int z = 0; z < 3; z++) {
                assertEquals(order[z], slices[2 * z]);
                assertEquals(order[z], slices[2 * z + 1]);
            }
        }
    }

    private static Grid spaced(double mm) {
        return Grid.axial(COLUMNS, ROWS, 5, new Vector3(1.5, 2.25, mm), new Vector3(-20.5, 31.25, -400.75));
    }

    private void start(Grid grid) {
        base = grid;
        files.clear();
    }

    /** The first voxel of a slice at a fractional place along the base grid, shifted by fractional columns and rows. */
    private Vector3 at(double z, double column, double row) {
        return base.patientMm(column, row, z);
    }

    /** 3 a column, 5 a row and 16 a slice of the base grid: not alike in any two directions. */
    private double ramp(Vector3 p) {
        Vector3 voxel = base.voxelToPatientMm().inverse().apply(p);
        return 3 * voxel.x() + 5 * voxel.y() + 16 * voxel.z() + 100;
    }

    private void addRamp(int... slices) throws IOException {
        for (int z : slices) {
            add(at(z, 0, 0), this::ramp);
        }
    }

    private void add(Vector3 first, ToDoubleFunction<Vector3> values) throws IOException {
        double[] all = new double[WORDS];
        for (int i = 0; i < all.length; i++) {
            Vector3 step = base.voxelToPatientMm().applyToDirection(new Vector3(i % COLUMNS, i / COLUMNS, 0));
            all[i] = values.applyAsDouble(first.plus(step));
        }
        add(first, all);
    }

    private void add(Vector3 first, double[] values) throws IOException {
        byte[] words = new byte[2 * WORDS];
        for (int i = 0; i < WORDS; i++) {
            long word = Math.round((values[i] + 1024) / SLOPE);
            words[2 * i] = (byte) word;
            words[2 * i + 1] = (byte) (word >> 8);
        }
        GridPlanes planes = new GridPlanes(base);
        DataSet dataSet = CommonModules.start(Phantoms.STUDY, Uids.CT_IMAGE, "1.2." + files.size());
        CommonModules.series(dataSet, "CT", "1.2.3", 1, "");
        CommonModules.image(dataSet, Phantoms.STUDY, 1);
        CommonModules.plane(dataSet, planes);
        dataSet.put(Tag.SLICE_THICKNESS, planes.sliceSpacingMm()).put(Tag.PIXEL_REPRESENTATION, 0)
                .put(Tag.IMAGE_POSITION_PATIENT, first.x(), first.y(), first.z())
                .put(Tag.IMAGE_ORIENTATION_PATIENT, planes.orientation())
                .put(Tag.RESCALE_SLOPE, SLOPE).put(Tag.RESCALE_INTERCEPT, -1024).putBytes(Tag.PIXEL_DATA, words);
        files.add(toolkit.add(folder.resolve("s" + files.size() + ".dcm"), dataSet));
    }

    private ReadImage read() throws GlomeraException {
        return new CtReader(toolkit).read(Phantoms.series("CT", files), null);
    }

    private ImageOutline look() throws GlomeraException {
        return new CtReader(toolkit).look(Phantoms.series("CT", files), null);
    }

    private void assertRamp(ReadImage image, int outside) {
        assertEquals(image.volume().grid().voxelCount() - outside, countRamp(image));
    }

    /**
     * Slices shifted by so many columns and rows a step: the ramp within them, air further than half a voxel out. A
     * missing slice has values where both its neighbours have.
     */
    private void assertSlices(ReadImage image, double columns, double rows, int missing) {
        Grid grid = image.volume().grid();
        int inside = 0;
        for (int i = 0; i < grid.voxelCount(); i++) {
            int z = i / (grid.nx() * grid.ny());
            Vector3 p = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), z);
            Vector3 voxel = base.voxelToPatientMm().inverse().apply(p);
            double beyond = Double.NEGATIVE_INFINITY;
            for (int slice : z == missing ? new int[] {z - 1, z + 1} : new int[] {z}) {
                beyond = Math.max(beyond, Math.max(beyond(voxel.x() - columns * slice, COLUMNS),
                        beyond(voxel.y() - rows * slice, ROWS)));
            }
            if (beyond <= EXACT_ENOUGH_MM) {
                assertEquals(ramp(p), image.volume().values()[i], DECIMAL_ROUNDING);
                inside++;
            } else if (beyond > 0.5 + EXACT_ENOUGH_MM) {
                assertEquals(CtReader.PADDING_HU, image.volume().values()[i]);
            }
        }
        // Shifted by a part of a voxel, a slice has all but one of its columns and rows inside, a missing one fewer.
        assertTrue(inside >= grid.nz() * (COLUMNS - 2) * (ROWS - 1), inside + " voxels");
    }

    private static double beyond(double at, int size) {
        return Math.max(-at, at - (size - 1));
    }

    /** How many voxels have the ramp's value; the others are air. */
    private int countRamp(ReadImage image) {
        Grid grid = image.volume().grid();
        int count = 0;
        for (int i = 0; i < grid.voxelCount(); i++) {
            Vector3 p = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
            if (Math.abs(ramp(p) - image.volume().values()[i]) <= DECIMAL_ROUNDING) {
                count++;
            }
        }
        return count;
    }

    private void assertRefused(String... parts) {
        GlomeraException problem = assertThrows(GlomeraException.class, this::read);
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), problem.getMessage());
        }
    }

    /** By definition, in patient space: bilinear in each of the two slices around a point, linear between them. */
    private double slow(List<Vector3> places, List<double[]> values, Vector3 p) {
        Vector3 normal = base.voxelToPatientMm().column0().cross(base.voxelToPatientMm().column1());
        for (int i = 0; i + 1 < places.size(); i++) {
            double low = places.get(i).dot(normal);
            double high = places.get(i + 1).dot(normal);
            double weight = (p.dot(normal) - low) / (high - low);
            if (weight > -1e-6 && weight < 1 + 1e-6) {
                return (1 - weight) * slow(places.get(i), values.get(i), p)
                        + weight * slow(places.get(i + 1), values.get(i + 1), p);
            }
        }
        return Double.NaN;
    }

    private double slow(Vector3 first, double[] values, Vector3 p) {
        Affine3 m = base.voxelToPatientMm();
        Vector3 at = new Affine3(m.column0(), m.column1(), m.column2(), first).inverse().apply(p);
        if (at.x() < 0 || at.x() > COLUMNS - 1 || at.y() < 0 || at.y() > ROWS - 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            double wx = Math.max(0, 1 - Math.abs(at.x() - i % COLUMNS));
            double wy = Math.max(0, 1 - Math.abs(at.y() - i / COLUMNS));
            sum += wx * wy * values[i];
        }
        return sum;
    }
}
