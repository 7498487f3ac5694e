package org.glomera.pipeline.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.comparison.StatisticSuite;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.dicom.pixelmed.PixelmedToolkit;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.evaluation.metrics.SurfaceDiceMetric;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.glomera.image.ImageReader;
import org.glomera.image.interfile.InterfileImageReader;
import org.glomera.image.metaimage.MetaImageReader;
import org.glomera.image.nifti.NiftiImageReader;
import org.glomera.image.nrrd.NrrdImageReader;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.augmentation.AugmentationInfo;
import org.glomera.network.augmentation.AugmentationParameter;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.augmentation.standard.Noise;
import org.glomera.network.augmentation.standard.Translation;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.glomera.pipeline.Components;
import org.glomera.registration.RegistrationMethod;

/** The program's own parts put together by hand, so that tests need no platform. */
public final class TestComponents implements Components {

    private final DicomToolkit toolkit = new PixelmedToolkit();
    private final NetworkEngine engine;

    /** Parts with the stand-in for the engine. */
    public TestComponents() {
        this(new FakeEngine());
    }

    /** Parts with a given engine. */
    public TestComponents(NetworkEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<ImageReader> imageReaders() {
        return List.of(new NiftiImageReader(), new InterfileImageReader(), new NrrdImageReader(), new MetaImageReader());
    }

    @Override
    public DicomToolkit dicomToolkit() {
        return toolkit;
    }

    @Override
    public NetworkArchitecture architecture(String id) {
        return id.equals("hybrid") ? new HybridUNet() : new StandardUNet();
    }

    @Override
    public NetworkEngine engine() {
        return engine;
    }

    /** Two of the program's own, with ranges of their own. */
    @Override
    public Augmentations augmentations() {
        return new Augmentations(List.of(known("noise", "sdHu", "HU", Noise::new, "spectPercent"),
                known("translation", "largestXMm", "mm", Translation::new, "largestYMm", "largestZMm")));
    }

    private static Augmentations.Known known(String id, String first, String unit, Augmentations.Source source,
            String... others) {
        List<AugmentationParameter> parameters = new ArrayList<>();
        parameters.add(new AugmentationParameter(first, first, unit, 0, 100, 30, "", ""));
        for (String other : others) {
            parameters.add(new AugmentationParameter(other, other, "", 0, 100, 10, "", ""));
        }
        return new Augmentations.Known(new AugmentationInfo(id, id, "", "org.glomera.network", 0.5, parameters), source);
    }

    /** Two of the program's own metrics and one that a researcher might add. */
    @Override
    public Map<String, Metric> metrics() {
        Metric voxels = input -> MetricValue.of(input.candidate().count(input.kidneys()), "1");
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("dice", new DiceMetric());
        metrics.put("kidney_voxels", voxels);
        metrics.put("surface_dice", new SurfaceDiceMetric());
        return metrics;
    }

    /** Stand-ins, which move as {@link TestMethods} says. */
    @Override
    public RegistrationMethod registrationMethod(String id) throws GlomeraException {
        return TestMethods.of(id);
    }

    /** None. */
    @Override
    public Path trainedNetwork(String name) throws GlomeraException {
        throw new GlomeraException(GlomeraException.Kind.CONFIGURATION, "'" + name + "' is no trained network.");
    }

    @Override
    public StatisticSuite statistics() {
        return AllStatistics.suite();
    }
}
