package org.glomera.pipeline.preparing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.image.intensity.IntensityNormalisation.ClipBy;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.junit.jupiter.api.Test;

class InputBuilderTest {

    private static final float ROUNDING = 1e-5f;

    /** -1000 HU becomes 0, 0 HU becomes 1; 0 Bq/ml becomes 0, 100 Bq/ml becomes 1. */
    private final InputPreparation preparation = new InputPreparation(4, 2, 2, Map.of(
            Channel.CT, new IntensityNormalisation(-1000, 0, ClipBy.VALUE, false),
            Channel.SPECT, new IntensityNormalisation(0, 100, ClipBy.VALUE, false)), -1000, new Vector3(8, 6, 8));

    private final Grid spectGrid = Grid.axial(4, 2, 2, new Vector3(2, 3, 4), new Vector3(0, 0, 0));

    @Test
    void hybridInput_takesTheSpectsFieldAndPadsTheCtWithAir() {
        float[] activity = new float[16];
        Arrays.fill(activity, 50);
        // the CT of water covers only x from 3 to 7, the second half of the SPECT's voxels
        Grid ctGrid = Grid.axial(2, 2, 2, new Vector3(2, 3, 4), new Vector3(4, 0, 0));
        Map<Channel, Volume> images = Map.of(Channel.SPECT, new Volume(spectGrid, Quantity.ACTIVITY_CONCENTRATION,
                activity), Channel.CT, new Volume(ctGrid, Quantity.HOUNSFIELD, new float[8]));
        float[][] input = new InputBuilder(List.of(Channel.SPECT, Channel.CT), preparation).input(images, spectGrid);
        float[] half = new float[16];
        Arrays.fill(half, 0.5f);
        assertArrayEquals(half, input[0], ROUNDING);
        for (int i = 0; i < 16; i++) {
            assertEquals(i % 4 < 2 ? 0 : 1, input[1][i], ROUNDING, "voxel " + i);
        }
    }

    @Test
    void mirroredFile_givesTheSameInput() {
        float[] values = new float[16];
        float[] mirrored = new float[16];
        for (int i = 0; i < 16; i++) {
            values[i] = -1000 + 60 * i;
            mirrored[i / 4 * 4 + 3 - i % 4] = values[i];
        }
        Grid mirroredGrid = new Grid(4, 2, 2, new Affine3(new Vector3(-2, 0, 0), new Vector3(0, 3, 0),
                new Vector3(0, 0, 4), new Vector3(6, 0, 0)));
        InputBuilder builder = new InputBuilder(List.of(Channel.CT), preparation);
        float[][] one = builder.input(Map.of(Channel.CT, new Volume(spectGrid, Quantity.HOUNSFIELD, values)),
                spectGrid);
        float[][] other = builder.input(Map.of(Channel.CT, new Volume(mirroredGrid, Quantity.HOUNSFIELD, mirrored)),
                mirroredGrid);
        assertArrayEquals(one[0], other[0], ROUNDING);
    }

    @Test
    void mask_isSetWhereHalfOfAVoxelIsDelineated() {
        // 8 x 2 x 2 voxels of 1 mm along x; two of them make an input voxel of 2 mm
        Grid fine = Grid.axial(8, 2, 2, new Vector3(1, 3, 4), new Vector3(-0.5, 0, 0));
        byte[] labels = new byte[32];
        labels[0] = 1; // half of the first input voxel
        labels[2] = 1; // both sides of the second
        labels[3] = 2;
        LabelMap kidneys = new LabelMap(fine, labels);
        byte[] mask = new InputBuilder(List.of(Channel.CT), preparation).mask(kidneys);
        assertArrayEquals(new byte[] {1, 1, 0, 0}, Arrays.copyOf(mask, 4));
        assertEquals(2, count(mask));
    }

    private static int count(byte[] mask) {
        int count = 0;
        for (byte value : mask) {
            count += value;
        }
        return count;
    }
}
