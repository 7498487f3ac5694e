package org.glomera.pipeline.registering;

import java.util.List;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;

/** Affine maps and vectors as lists of numbers, as they stand in files. */
final class Matrices {

    private Matrices() {
    }

    /** The upper three rows of the matrix of a map. */
    static List<List<Double>> rows(Affine3 map) {
        Vector3 x = map.column0();
        Vector3 y = map.column1();
        Vector3 z = map.column2();
        Vector3 o = map.offset();
        return List.of(List.of(x.x(), y.x(), z.x(), o.x()), List.of(x.y(), y.y(), z.y(), o.y()),
                List.of(x.z(), y.z(), z.z(), o.z()));
    }

    /** The map of three rows. */
    static Affine3 affine(List<List<Double>> rows) {
        return new Affine3(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    private static Vector3 column(List<List<Double>> rows, int c) {
        return new Vector3(rows.get(0).get(c), rows.get(1).get(c), rows.get(2).get(c));
    }

    static List<Double> numbers(Vector3 v) {
        return List.of(v.x(), v.y(), v.z());
    }

    static Vector3 vector(List<Double> numbers) {
        return new Vector3(numbers.get(0), numbers.get(1), numbers.get(2));
    }
}
