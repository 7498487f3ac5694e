package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.glomera.dicom.toolkit.Tag;

/**
 * Takes a series apart into stacks: by class, frame of reference, orientation, size and spacing, localizers apart from
 * slices; where slices come at the same positions again, by what tells the passes over them from one another. Classes
 * of which a file is a whole image give one part a file. A plain series stays whole, whatever its values' noise.
 */
final class SeriesParts {

    /** Slices closer than this are at the same position: files round positions. */
    private static final double SAME_POSITION_MM = 0.01;

    /** What may tell passes over the same positions from one another, the surest first. */
    private static final List<Tag> PASSES = List.of(Tag.TEMPORAL_POSITION_IDENTIFIER, Tag.ACQUISITION_NUMBER,
            Tag.IMAGE_TYPE, Tag.ECHO_TIME, Tag.KVP, Tag.CONVOLUTION_KERNEL, Tag.CONTRAST_BOLUS_AGENT,
            Tag.SERIES_NUMBER, Tag.SERIES_DESCRIPTION, Tag.FRAME_REFERENCE_TIME, Tag.TRIGGER_TIME,
            Tag.ACQUISITION_TIME);

    private SeriesParts() {
    }

    /** The parts of a series in the order of their first files; a single one when it need not be taken apart. */
    static List<List<FoundObject>> of(List<FoundObject> series) {
        List<List<FoundObject>> parts = new ArrayList<>();
        for (List<FoundObject> alike : by(series, SeriesParts::kind)) {
            if (alike.get(0).isWholeImage()) {
                parts.addAll(by(alike, one -> one.text(Tag.CONCATENATION_UID).isEmpty() ? one.sopInstanceUid()
                        : "part of " + one.text(Tag.CONCATENATION_UID)));
            } else {
                byPlane(alike).forEach(plane -> parts.addAll(passes(plane)));
            }
        }
        Map<FoundObject, Integer> order = new IdentityHashMap<>();
        series.forEach(one -> order.put(one, order.size()));
        parts.sort(Comparator.comparing(part -> order.get(part.get(0))));
        return parts;
    }

    private static String kind(FoundObject one) {
        return String.join("\n", one.sopClassUid(), one.text(Tag.MODALITY), one.text(Tag.FRAME_OF_REFERENCE_UID),
                Boolean.toString(one.isLocalizer()), Boolean.toString(one.isWholeImage()));
    }

    private static <K> Collection<List<FoundObject>> by(List<FoundObject> objects, Function<FoundObject, K> key) {
        Map<K, List<FoundObject>> parts = new LinkedHashMap<>();
        objects.forEach(one -> parts.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
        return parts.values();
    }

    private static Collection<List<FoundObject>> byPlane(List<FoundObject> objects) {
        List<SlicePlane> planes = new ArrayList<>();
        return by(objects, one -> one.plane().isEmpty() ? -1 : indexOf(planes, one.plane().get()));
    }

    private static int indexOf(List<SlicePlane> planes, SlicePlane plane) {
        for (int i = 0; i < planes.size(); i++) {
            if (planes.get(i).isSameAs(plane)) {
                return i;
            }
        }
        planes.add(plane);
        return planes.size() - 1;
    }

    private static List<List<FoundObject>> passes(List<FoundObject> slices) {
        if (!slices.stream().allMatch(FoundObject::isPlaced)) {
            return List.of(slices);
        }
        Positions positions = Positions.of(slices);
        if (positions.mostAtOne() <= 1) {
            return List.of(slices);
        }
        List<List<FoundObject>> better = null;
        for (Tag tag : PASSES) {
            List<List<FoundObject>> parts = new ArrayList<>(by(slices, one -> one.text(tag)));
            if (parts.size() > 1 && positions.arePasses(parts)) {
                int most = parts.stream().mapToInt(part -> Positions.of(part).mostAtOne()).max().orElse(1);
                if (most == 1) {
                    return parts;
                }
                better = better == null && most < positions.mostAtOne() ? parts : better;
            }
        }
        if (better != null) {
            return better.stream().flatMap(part -> passes(part).stream()).toList();
        }
        return positions.inTime(slices).orElse(List.of(slices));
    }

    /** Where slices lie: the number of each one's position, and how many there are. */
    private record Positions(Map<FoundObject, Integer> of, int count, int mostAtOne) {

        static Positions of(List<FoundObject> slices) {
            FoundObject[] sorted = slices.toArray(FoundObject[]::new);
            Arrays.sort(sorted, Comparator.comparingDouble(FoundObject::alongMm));
            Map<FoundObject, Integer> of = new IdentityHashMap<>();
            int position = 0;
            int here = 0;
            int most = 0;
            double first = sorted[0].alongMm();
            for (FoundObject slice : sorted) {
                if (slice.alongMm() - first > SAME_POSITION_MM) {
                    position++;
                    here = 0;
                    first = slice.alongMm();
                }
                of.put(slice, position);
                most = Math.max(most, ++here);
            }
            return new Positions(of, position + 1, most);
        }

        /**
         * Whether parts run over the same positions, rather than being pieces of one stack that meet at a slice, or
         * single slices: they share at least half of the smallest one, and are not many more than come at a position.
         */
        boolean arePasses(List<List<FoundObject>> parts) {
            if (parts.size() > 2 * mostAtOne) {
                return false;
            }
            int[] seenIn = new int[count];
            int smallest = Integer.MAX_VALUE;
            for (List<FoundObject> part : parts) {
                int[] own = part.stream().mapToInt(of::get).distinct().toArray();
                smallest = Math.min(smallest, own.length);
                for (int position : own) {
                    seenIn[position]++;
                }
            }
            long shared = Arrays.stream(seenIn).filter(times -> times > 1).count();
            return 2 * shared >= smallest;
        }

        /** Passes one after the other, each over all positions; empty when times do not show such. */
        Optional<List<List<FoundObject>>> inTime(List<FoundObject> slices) {
            if (count < 2 || slices.size() != count * mostAtOne) {
                return Optional.empty();
            }
            List<FoundObject> sorted = slices.stream().sorted(Comparator.comparing(Positions::time)).toList();
            Map<FoundObject, Integer> passes = new IdentityHashMap<>();
            for (int from = 0; from < sorted.size(); from += count) {
                List<FoundObject> pass = sorted.subList(from, from + count);
                boolean whole = pass.stream().map(of::get).distinct().count() == count;
                boolean later = from == 0 || time(pass.get(0)).compareTo(time(sorted.get(from - 1))) > 0;
                if (!whole || !later) {
                    return Optional.empty();
                }
                int number = from / count;
                pass.forEach(one -> passes.put(one, number));
            }
            return Optional.of(new ArrayList<>(by(slices, passes::get)));
        }

        private static String time(FoundObject one) {
            return one.text(Tag.ACQUISITION_DATE) + one.text(Tag.ACQUISITION_TIME);
        }
    }
}
