package org.glomera.network.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.image.intensity.IntensityNormalisation.ClipBy;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.Excluded;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyCsv;
import org.glomera.study.StudyJson;

import com.fasterxml.jackson.databind.JsonNode;

/** A small hybrid network with everything that a run's folder has, made by hand. */
final class ModelSamples {

    static final ArchitectureParameters SIZE = new ArchitectureParameters(2, 1, 4, 6, 8);
    static final NetworkGraph GRAPH = new HybridUNet().build(SIZE);
    static final NetworkWeights WEIGHTS = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 1);

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TRAINING = """
            {"loss":"dice","optimiser":"sgd","learningRate":0.025,"momentum":0.9,"nesterov":true,"weightDecay":0.0001,
            "gradientNormLimit":0.5,"warmUpSteps":40,"decay":"polynomial","decayPower":0.9,"epochs":3,"batch":2,"seed":7,
            "threads":2,"initialisation":{"outputDeviation":0.05,"outputBias":-2.0}}""";

    private static final String CONFIGURATION = """
            {"name":"network1","startFrom":"runs/other","clinic'sOwn":{"far":"","near":2}}""";

    private ModelSamples() {
    }

    private static <T> T json(String text, Class<T> type) throws GlomeraException {
        return StudyJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "the test's JSON", type);
    }

    static TrainingConfiguration training() throws GlomeraException {
        return training(TRAINING);
    }

    static TrainingConfiguration training(String text) throws GlomeraException {
        return json(text, TrainingConfiguration.class);
    }

    static ModelCard card() throws GlomeraException {
        InputPreparation preparation = new InputPreparation(4, 6, 8,
                Map.of(Channel.CT, new IntensityNormalisation(-200, 300, ClipBy.VALUE, true), Channel.SPECT,
                        new IntensityNormalisation(0, 99.5, ClipBy.PERCENTILE, false)), -1000,
                new Vector3(396, 396, 360.4));
        return new ModelCard(ModelCard.FORMAT, "network1", "Hybrid network", "hybrid", SIZE,
                List.of(Channel.SPECT, Channel.CT), preparation, "probability that a voxel belongs to a kidney",
                training(), 2, Map.of("cases/LU007/ct.nii.gz", "b1", "cases/LU007/spect.nii.gz", "b2",
                        "cases/LU003/ct.nii.gz", "c1"),
                Map.of("spect_ct", 3, "diagnostic_ct", 2, "patients", 4), Map.of(), Map.of("java", "17.0.15"), "",
                "EPL-2.0", List.of("Not a medical device."), NOON);
    }

    static RunInfo run() throws GlomeraException {
        return RunInfo.planned("network1", "Hybrid network", "hybrid", ImageGrid.SPECT, 7, 3, NOON)
                .withConfiguration("demo", json(CONFIGURATION, JsonNode.class))
                .withData(5, 2, List.of(new Excluded("LU009", "The left kidney of LU009 is not delineated."),
                        new Excluded("LU010", "Cut | off.")),
                        Map.of("cases/LU007/ct.nii.gz", "b1", "cases/TE001/ct.nii.gz", "d1"))
                .withEpochs(2, 2, "It was stopped on purpose.", NOON).withState(RunState.FINISHED, "Stopped.", NOON);
    }

    static Curve curve() {
        return new Curve(List.of(new CurvePoint(1, 0.5, 0.4), new CurvePoint(2, 0.75, 0.625)));
    }

    /** Writes weights, card, run and curve; no card for people. */
    static void write(Path folder) throws GlomeraException {
        SafeTensors.write(folder.resolve(ModelFolder.WEIGHTS), WEIGHTS, Map.of());
        ModelFolder.writeCard(folder, card());
        StudyJson.write(folder.resolve("run.json"), run());
        StudyCsv.writeCurve(folder.resolve("curve.csv"), curve());
    }
}
