package org.glomera.pipeline.segmenting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.Volume;
import org.glomera.dicom.DicomSeries;
import org.glomera.network.Channel;

/**
 * The images of a patient, as they were read.
 *
 * @param volumes CT in HU, SPECT in Bq/ml
 * @param sources where each is from
 * @param remarks what a user should know about them, as sentences
 */
record PatientImages(Map<Channel, Volume> volumes, Map<Channel, Source> sources, List<String> remarks) {

    /**
     * Where an image is from.
     *
     * @param named what the user named
     * @param files the files that were read
     * @param series the DICOM series; empty for another kind of file
     */
    record Source(Path named, List<Path> files, Optional<DicomSeries> series) {

        Source {
            Objects.requireNonNull(named);
            files = List.copyOf(files);
            Objects.requireNonNull(series);
        }
    }

    PatientImages {
        volumes = Collections.unmodifiableMap(new EnumMap<>(volumes));
        sources = Collections.unmodifiableMap(new EnumMap<>(sources));
        remarks = List.copyOf(remarks);
    }

    /** The image of a channel; null when there is none. */
    Volume volume(Channel channel) {
        return volumes.get(channel);
    }

    boolean has(Channel channel) {
        return volumes.containsKey(channel);
    }

    /** Every file that was read. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        sources.values().forEach(source -> files.addAll(source.files()));
        return files;
    }
}
