package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.glomera.comparison.StatisticSuite;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.evaluation.Metric;
import org.glomera.image.ImageReader;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.model.TrainedNetworks;
import org.glomera.registration.RegistrationMethod;

/**
 * What the services work with: the parts that plug-ins contribute. Safe for use by several threads. Every method throws
 * a {@link GlomeraException} of the kind MISSING_COMPONENT when what is asked for is not installed or does not work.
 */
public interface Components {

    /** Readers of image files, in the order in which they are asked. */
    List<ImageReader> imageReaders() throws GlomeraException;

    /** Reads and writes DICOM files. */
    DicomToolkit dicomToolkit() throws GlomeraException;

    /** The architecture of an id. */
    NetworkArchitecture architecture(String id) throws GlomeraException;

    /** Trains and applies networks. */
    NetworkEngine engine() throws GlomeraException;

    /** The augmentations that trainings may name. */
    Augmentations augmentations();

    /** Metrics by the name of their column in {@code cases.csv}, in the order of the columns. */
    Map<String, Metric> metrics() throws GlomeraException;

    /** The method of an id that brings SPECT onto CT. */
    RegistrationMethod registrationMethod(String id) throws GlomeraException;

    /**
     * The folder of a trained network that comes with the program.
     *
     * @throws GlomeraException when there is none of this name; the message lists those that are there
     */
    default Path trainedNetwork(String name) throws GlomeraException {
        return TrainedNetworks.ofPlugins().folder(name);
    }

    /** Every statistic that works, for the pages of a comparison; never fails. */
    StatisticSuite statistics();
}
