package org.glomera.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Copies of collections for records. */
final class Copies {

    private Copies() {
    }

    /** An unmodifiable copy in the order given, so that files come out alike; null keys and values are refused. */
    static <K, V> Map<K, V> ordered(Map<K, V> map) {
        Map<K, V> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(Objects.requireNonNull(key), Objects.requireNonNull(value,
                () -> "'" + key + "' has no value")));
        return Collections.unmodifiableMap(copy);
    }
}
