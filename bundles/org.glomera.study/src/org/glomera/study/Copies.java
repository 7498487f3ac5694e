package org.glomera.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** A copy of so many finite numbers. */
    static List<Double> numbers(String name, List<Double> numbers, int count) {
        if (numbers.size() != count || numbers.stream().anyMatch(each -> each == null || !Double.isFinite(each))) {
            throw new IllegalArgumentException(name + " are " + count + " finite numbers, these are " + numbers);
        }
        return List.copyOf(numbers);
    }

    /** A copy of so many rows of four finite numbers. */
    static List<List<Double>> rows(String name, List<List<Double>> rows, int count) {
        if (rows.size() != count) {
            throw new IllegalArgumentException(name + " has " + count + " rows, this has " + rows.size());
        }
        return rows.stream().map(row -> numbers("the rows of " + name, row, 4)).toList();
    }
}
