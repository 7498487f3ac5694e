package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;

import com.pixelmed.dicom.SpecificCharacterSet;

/**
 * Reads the elements of a data set that {@link Tag} names (PS3.5 section 7), up to the pixel data. What is not known is
 * passed over by its length, so that nobody's private elements can be in the way. Nothing is made as large as a length
 * says before the length has been held against the file. For one thread.
 */
final class DataSetReader {

    private static final int PIXEL_DATA = Tag.PIXEL_DATA.number();

    private final ByteSource source;
    private final ElementWalk walk;
    private final ValueReader values;
    private final Budget budget;
    private final ReadExtent extent;
    private ElementHead pixelData;
    /** A byte that is not zero; there is none between it and the place that was asked for before. */
    private long notPadding = -1;

    DataSetReader(ByteSource source, ReadExtent extent) {
        this.source = source;
        this.extent = extent;
        walk = new ElementWalk(source);
        budget = new Budget(source.size());
        values = new ValueReader(source, budget);
    }

    /** The head of the pixel data, which may reach past the end; empty when there are none. */
    Optional<ElementHead> pixelData() {
        return Optional.ofNullable(pixelData);
    }

    /** Reads the elements of the meta information, explicit little endian, from a place on; the place behind them. */
    long meta(long start, DataSet target) throws IOException, DamagedFileException {
        long at = start;
        while (at + 8 <= source.size() && source.unsignedShort(at, false) == 2) {
            Encoding encoding = Encoding.plain(walk.isRepresentation(at + 4), false);
            ElementHead head = walk.head(at, source.size(), encoding);
            if (head.undefined()) {
                throw new DamagedFileException("an element of its meta information has no length");
            }
            at = element(head, source.size(), encoding, new Scope(target, 0, null));
        }
        return at;
    }

    /** Reads the data set from a place on. */
    void read(long start, Encoding encoding, DataSet target) throws IOException, DamagedFileException {
        elements(start, source.size(), false, encoding, new Scope(target, 0, null));
    }

    /** Where elements go to (nowhere when they are not known), how deep they are nested and their character set. */
    private static final class Scope {
        private final DataSet target;
        private final int depth;
        private SpecificCharacterSet characters;

        Scope(DataSet target, int depth, SpecificCharacterSet characters) {
            this.target = target;
            this.depth = depth;
            this.characters = characters;
        }
    }

    /** Walks through elements up to {@code end}, or up to the item's end mark; the place behind them. */
    private long elements(long start, long end, boolean marked, Encoding encoding, Scope scope)
            throws IOException, DamagedFileException {
        ElementWalk.requireDepth(scope.depth);
        long at = start;
        while (at < end) {
            if (scope.depth == 0 && isPadding(at, end)) {
                return end;
            }
            int tag = walk.tag(at, end, encoding.bigEndian());
            if (tag == ElementWalk.ITEM_END) {
                at += 8;
                if (marked) {
                    return at;
                }
                continue;
            }
            if (scope.depth == 0 && tag == PIXEL_DATA) {
                pixelData = walk.unchecked(at, end, encoding);
                return at;
            }
            at = element(walk.head(at, end, encoding), end, encoding, scope);
        }
        if (marked) {
            throw new DamagedFileException("an item of a sequence has no end");
        }
        return at;
    }

    /** Whether only zeros are left, with which some writers fill files up. */
    private boolean isPadding(long at, long end) throws IOException, DamagedFileException {
        if (at <= notPadding) {
            return false;
        }
        for (long i = at; i < end; i++) {
            if (source.unsignedByte(i) != 0) {
                notPadding = i;
                return false;
            }
        }
        return true;
    }

    private long element(ElementHead head, long end, Encoding encoding, Scope scope)
            throws IOException, DamagedFileException {
        Optional<Tag> known = scope.target == null ? Optional.empty() : Tag.of(head.tag());
        if (head.undefined()) {
            return undefined(head, end, encoding, known, scope);
        }
        if (known.isEmpty()) {
            return head.next();
        }
        Tag tag = known.get();
        switch (tag.vr().form()) {
            case ITEMS -> definedSequence(tag, head, encoding, scope);
            case BYTES -> {
                if (extent == ReadExtent.ALL && scope.depth == 0) {
                    values.put(scope.target, tag, head, encoding, scope.characters);
                }
            }
            default -> values.put(scope.target, tag, head, encoding, scope.characters);
        }
        if (tag == Tag.SPECIFIC_CHARACTER_SET) {
            scope.characters = CharacterSets.of(scope.target);
        }
        return head.next();
    }

    private long undefined(ElementHead head, long end, Encoding encoding, Optional<Tag> known, Scope scope)
            throws IOException, DamagedFileException {
        boolean sequence = head.vr().isEmpty() || head.vr().equals("SQ") || head.vr().equals("UN");
        if (head.vr().startsWith("O")) {
            return walk.overFragments(head.valueStart(), end, encoding.bigEndian());
        }
        if (!sequence) {
            throw new DamagedFileException("the element " + ElementHead.notation(head.tag()) + " has no length");
        }
        Encoding inside = head.vr().equals("UN") ? encoding.ofUnknown() : encoding;
        boolean wanted = known.isPresent() && known.get().vr().form() == Vr.Form.ITEMS;
        List<DataSet> items = wanted ? new ArrayList<>() : null;
        long behind = items(head.valueStart(), end, true, inside, scope, items);
        if (wanted) {
            scope.target.putItems(known.get(), items);
        }
        return behind;
    }

    /** A sequence with a length; one whose writer did not know that it is one is left out when it cannot be read. */
    private void definedSequence(Tag tag, ElementHead head, Encoding encoding, Scope scope)
            throws IOException, DamagedFileException {
        List<DataSet> items = new ArrayList<>();
        boolean unknown = encoding.explicit() && !head.vr().equals("SQ");
        try {
            items(head.valueStart(), head.next(), false, unknown ? encoding.ofUnknown() : encoding, scope, items);
        } catch (DamagedFileException e) {
            if (!unknown) {
                throw e;
            }
            return;
        }
        scope.target.putItems(tag, items);
    }

    /** Reads items into a list, or walks over them when it is null; the place behind them. */
    private long items(long start, long end, boolean marked, Encoding encoding, Scope scope, List<DataSet> target)
            throws IOException, DamagedFileException {
        long at = start;
        while (at < end) {
            int tag = walk.tag(at, end, encoding.bigEndian());
            long length = walk.itemLength(at, encoding.bigEndian());
            if (tag == ElementWalk.SEQUENCE_END) {
                return at + 8;
            }
            if (tag != ElementWalk.ITEM) {
                throw new DamagedFileException("a sequence has the element " + ElementHead.notation(tag)
                        + " in place of an item");
            }
            DataSet item = target == null ? null : new DataSet();
            Scope inner = new Scope(item, scope.depth + 1, scope.characters);
            if (length == ElementHead.UNDEFINED) {
                at = elements(at + 8, end, true, encoding, inner);
            } else {
                ElementWalk.requireWithin(tag, at + 8 + length, end);
                at = elements(at + 8, at + 8 + length, false, encoding, inner);
            }
            if (target != null) {
                budget.item();
                target.add(item);
            }
        }
        if (marked) {
            throw new DamagedFileException("a sequence has no end");
        }
        return at;
    }
}
