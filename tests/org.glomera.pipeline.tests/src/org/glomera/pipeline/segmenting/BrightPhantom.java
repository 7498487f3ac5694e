package org.glomera.pipeline.segmenting;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;

/** A patient with two bright boxes, which the stand-in for the engine takes for kidneys, and networks for it. */
final class BrightPhantom {

    /** 288 x 280 x 288 mm. */
    static final Grid GRID = Grid.axial(48, 40, 36, new Vector3(6, 7, 8), new Vector3(-141, -136, -100));

    private BrightPhantom() {
    }

    static PipelineServices services() {
        return new PipelineServices(new TestComponents());
    }

    /** The lengths of an axial grid's field of view. */
    static Vector3 fieldOf(Grid grid) {
        return new Vector3(grid.nx() * grid.spacingMm().x(), grid.ny() * grid.spacingMm().y(),
                grid.nz() * grid.spacingMm().z());
    }

    /** A network of 16 x 16 x 16 voxels in a folder. */
    static Path model(Path model, boolean hybrid, Vector3 fieldMm, long seed) throws GlomeraException {
        NetworkPreset preset = SmallStudy.preset().networks().get(hybrid ? 0 : 1);
        NetworkGraph graph = (hybrid ? new HybridUNet() : new StandardUNet()).build(preset.parameters());
        SafeTensors.write(model.resolve(ModelFolder.WEIGHTS),
                WeightInitialiser.initialise(graph, preset.training().initialisation(), seed), Map.of());
        ModelFolder.writeCard(model, new ModelCard(ModelCard.FORMAT, preset.name(), preset.title(),
                preset.architecture(), preset.parameters(), preset.channels(),
                new InputPreparation(16, 16, 16, preset.preparation().intensity(), -1000, fieldMm), "kidney",
                preset.training(), 1, Map.of(), Map.of(), Map.of(), Map.of(), "", "EPL-2.0", List.of(), Instant.EPOCH));
        return model;
    }

    /** Air, a body of water, and two bright boxes of 8 x 8 x 12 voxels as kidneys. */
    static Volume phantom(Grid grid) {
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    boolean body = x > 2 && x < 45 && y > 2 && y < 37;
                    boolean level = y >= 16 && y < 24 && z >= 12 && z < 24;
                    boolean kidney = level && (x >= 10 && x < 18 || x >= 30 && x < 38);
                    values[grid.index(x, y, z)] = kidney ? 300 : body ? 0 : -1000;
                }
            }
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    /** The same image with x and y stored backwards, as NIfTI files often are. */
    static Volume flipped(Volume volume) {
        Grid g = volume.grid();
        Affine3 m = g.voxelToPatientMm();
        Grid backwards = new Grid(g.nx(), g.ny(), g.nz(), new Affine3(m.column0().times(-1), m.column1().times(-1),
                m.column2(), g.patientMm(g.nx() - 1, g.ny() - 1, 0)));
        float[] values = new float[g.voxelCount()];
        for (int z = 0; z < g.nz(); z++) {
            for (int y = 0; y < g.ny(); y++) {
                for (int x = 0; x < g.nx(); x++) {
                    values[g.index(g.nx() - 1 - x, g.ny() - 1 - y, z)] = volume.at(x, y, z);
                }
            }
        }
        return new Volume(backwards, volume.quantity(), values);
    }
}
