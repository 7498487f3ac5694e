package org.glomera.network.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.study.WhenAbsent;

/**
 * What a trained network is: the content of {@code model.json}.
 *
 * @param format version of this file's form, {@link #FORMAT}
 * @param name the network's name in tables, for instance {@code network1}
 * @param title the network's name for a person
 * @param architecture id at {@code org.glomera.network.architectures}
 * @param parameters the network's size
 * @param channels the input's images, in order
 * @param preparation how an image becomes input
 * @param labelMeaning what the output means, in a sentence
 * @param training how it was trained
 * @param epochs number of epochs that these weights have seen
 * @param trainingData SHA-256 of each training input by its name; no patient's identifier
 * @param trainingCounts what it was trained on, counted: {@code spect_ct} and {@code diagnostic_ct} images,
 *        {@code patients}, and how many of the images are {@code phantoms}; empty in a file of an earlier version
 * @param results figures on the test cohort by name, see {@link CardFigures}; empty before evaluation
 * @param versions of program and engine by name
 * @param weightsSha256 SHA-256 of {@code weights.safetensors}
 * @param licence licence of the weights
 * @param remarks what a user must know, for instance that the training data are phantoms
 * @param created when the file was written
 */
public record ModelCard(int format, String name, String title, String architecture, ArchitectureParameters parameters,
        List<Channel> channels, InputPreparation preparation, String labelMeaning, TrainingConfiguration training,
        int epochs, Map<String, String> trainingData,
        @WhenAbsent("{}") Map<String, Integer> trainingCounts, Map<String, Double> results,
        Map<String, String> versions, String weightsSha256, String licence, List<String> remarks, Instant created) {

    /** The form that this program writes. */
    public static final int FORMAT = 1;

    /** Refuses an absent part and a channel without preparation. */
    public ModelCard {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(architecture);
        Objects.requireNonNull(parameters);
        Objects.requireNonNull(preparation);
        Objects.requireNonNull(labelMeaning);
        Objects.requireNonNull(training);
        Objects.requireNonNull(weightsSha256);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(created);
        channels = List.copyOf(channels);
        channels.forEach(preparation::require);
        remarks = List.copyOf(remarks);
        trainingData = Collections.unmodifiableMap(new TreeMap<>(trainingData));
        trainingCounts = Collections.unmodifiableMap(new TreeMap<>(trainingCounts));
        results = Collections.unmodifiableMap(new TreeMap<>(results));
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The same with figures on the test cohort. */
    public ModelCard withResults(Map<String, Double> figures) {
        return new ModelCard(format, name, title, architecture, parameters, channels, preparation, labelMeaning,
                training, epochs, trainingData, trainingCounts, figures, versions, weightsSha256, licence, remarks, created);
    }

    /** The same trained on other inputs, or on the same ones under other names. */
    public ModelCard withTrainingData(Map<String, String> data) {
        return new ModelCard(format, name, title, architecture, parameters, channels, preparation, labelMeaning,
                training, epochs, data, trainingCounts, results, versions, weightsSha256, licence, remarks, created);
    }

    /** The same trained otherwise. */
    ModelCard withTraining(TrainingConfiguration other) {
        return new ModelCard(format, name, title, architecture, parameters, channels, preparation, labelMeaning, other,
                epochs, trainingData, trainingCounts, results, versions, weightsSha256, licence, remarks, created);
    }

    /** The same with other remarks. */
    public ModelCard withRemarks(List<String> others) {
        return new ModelCard(format, name, title, architecture, parameters, channels, preparation, labelMeaning,
                training, epochs, trainingData, trainingCounts, results, versions, weightsSha256, licence, others, created);
    }

    ModelCard withWeightsSha256(String digest) {
        return new ModelCard(format, name, title, architecture, parameters, channels, preparation, labelMeaning,
                training, epochs, trainingData, trainingCounts, results, versions, digest, licence, remarks, created);
    }
}
