package org.glomera.pipeline.testing;

import java.util.List;
import java.util.Map;

import org.glomera.core.Side;
import org.glomera.dicom.pixelmed.PixelmedToolkit;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.metrics.DiceMetric;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.glomera.image.ImageReader;
import org.glomera.image.nifti.NiftiImageReader;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.glomera.pipeline.Components;

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
        return List.of(new NiftiImageReader());
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

    /** Dice, which has a column of its own, and a metric that a researcher might add. */
    @Override
    public Map<String, Metric> metrics() {
        Metric voxels = input -> MetricValue.of(input.candidate().count(Side.RIGHT) + input.candidate().count(Side.LEFT),
                "1");
        return Map.of("dice", new DiceMetric(), "kidney_voxels", voxels);
    }

    @Override
    public Statistic statistic(String id) {
        return id.equals("summary") ? new SummaryStatistic() : new WilcoxonStatistic();
    }
}
