package org.glomera.dicom;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects sentences for the user about an image; the same sentence of many slices is kept once. For one thread. */
final class Remarks {

    private final Set<String> sentences = new LinkedHashSet<>();

    /** Adds a sentence; it names no patient. */
    void add(String sentence) {
        sentences.add(sentence);
    }

    /** The sentences in the order in which they came. */
    List<String> list() {
        return List.copyOf(sentences);
    }
}
