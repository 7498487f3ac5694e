package org.glomera.pipeline.exporting;

import java.util.List;
import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * Kidneys to be written.
 *
 * @param name where they are from, for messages
 * @param labels 1 right, 2 left
 * @param algorithm the program that drew them; empty when a person did
 * @param remarks what a user should know when they are written
 */
record DelineatedKidneys(String name, LabelMap labels, String algorithm, List<String> remarks) {

    DelineatedKidneys {
        Objects.requireNonNull(name);
        Objects.requireNonNull(labels);
        Objects.requireNonNull(algorithm);
        remarks = List.copyOf(remarks);
    }
}
