package org.glomera.pipeline.work;

import java.lang.System.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.comparison.StatisticSuite;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.DicomToolkits;
import org.glomera.evaluation.Metric;
import org.glomera.image.ImageReader;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.pipeline.Components;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationMethods;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

/** The parts that the running program's plug-ins contribute. A metric or a reader
 * that does not work is logged and left out. */
public final class PluginComponents implements Components {

    private static final Logger LOG = System.getLogger(PluginComponents.class.getName());

    private static final String IMAGE_READERS = "org.glomera.image.readers";

    private static final class Points {
        static final ExtensionPoint<ImageReader> READERS = new ExtensionPoint<>(RegistryFactory.getRegistry(),
                IMAGE_READERS, ImageReader.class);
        static final ExtensionPoint<Metric> METRICS = new ExtensionPoint<>(RegistryFactory.getRegistry(), Metric.POINT,
                Metric.class);
    }

    private final Supplier<String> engineId;

    /** The parts with the engine that comes with the program. */
    public PluginComponents() {
        this(() -> Networks.DEFAULT_ENGINE);
    }

    /** The parts with an engine whose id is asked for each time. */
    public PluginComponents(Supplier<String> engineId) {
        this.engineId = Objects.requireNonNull(engineId);
    }

    @Override
    public List<ImageReader> imageReaders() {
        return working(Points.READERS).values().stream().toList();
    }

    @Override
    public DicomToolkit dicomToolkit() throws GlomeraException {
        return DicomToolkits.preferred();
    }

    @Override
    public NetworkArchitecture architecture(String id) throws GlomeraException {
        return Networks.architecture(id);
    }

    @Override
    public NetworkEngine engine() throws GlomeraException {
        return Networks.engine(engineId.get());
    }

    @Override
    public Augmentations augmentations() {
        return Augmentations.ofPlugins();
    }

    @Override
    public Map<String, Metric> metrics() {
        return working(Points.METRICS);
    }

    private static <T> Map<String, T> working(ExtensionPoint<T> point) {
        Map<String, T> working = new LinkedHashMap<>();
        for (Contribution<T> contribution : point.contributions()) {
            try {
                working.put(contribution.id(), contribution.instance());
            } catch (GlomeraException e) {
                LOG.log(Logger.Level.WARNING, e.getMessage(), e);
            }
        }
        return working;
    }

    @Override
    public RegistrationMethod registrationMethod(String id) throws GlomeraException {
        return RegistrationMethods.method(id);
    }

    @Override
    public StatisticSuite statistics() {
        return StatisticSuite.contributed();
    }
}
