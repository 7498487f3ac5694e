package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.util.Optional;

import org.glomera.dicom.codecs.CodecException;
import org.glomera.dicom.codecs.GreyPixels;
import org.glomera.dicom.codecs.Inflation;
import org.glomera.dicom.codecs.PixelDecoders;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * One DICOM file (PS3.10) while it is read: with or without preamble and meta information, and with an encoding that
 * is found out where the file does not say it or does not keep to it. For one thread.
 */
final class DicomFile {

    private static final int PREAMBLE = 128;
    /** Groups that a data set without meta information may begin with. */
    private static final int FIRST_GROUP = 0x0008;
    private static final int LAST_FIRST_GROUP = 0x0010;

    private final ByteSource file;
    private final ReadExtent extent;
    private final DataSet dataSet = new DataSet();

    DicomFile(ByteSource file, ReadExtent extent) {
        this.file = file;
        this.extent = extent;
    }

    /**
     * Reads the file.
     *
     * @throws DamagedFileException when it is no DICOM file, is damaged or has pixel data that are not read
     */
    DataSet read() throws IOException, DamagedFileException {
        long start = start();
        long behindMeta = new DataSetReader(file, extent).meta(start, dataSet);
        Encoding encoding = encoding(behindMeta, start == 0 && behindMeta == 0);
        dataSet.put(Tag.TRANSFER_SYNTAX_UID, encoding.transferSyntaxUid());
        if (encoding.deflated()) {
            read(inflated(behindMeta), 0, encoding);
        } else {
            read(file, behindMeta, encoding);
        }
        return dataSet;
    }

    private ByteSource inflated(long from) throws IOException, DamagedFileException {
        try {
            return new MemoryBytes(Inflation.inflate(file.copy(from, file.size() - from)));
        } catch (CodecException e) {
            throw new DamagedFileException(e.getMessage(), e);
        }
    }

    private long start() throws IOException, DamagedFileException {
        for (int preamble : new int[] {PREAMBLE, 0}) {
            if (file.size() >= preamble + 4 && file.unsignedInt(preamble, true) == 0x4449434d) {
                return preamble + 4L;
            }
        }
        if (file.size() < 16) {
            throw notDicom();
        }
        return 0;
    }

    private static DamagedFileException notDicom() {
        return new DamagedFileException("it is not a DICOM file");
    }

    /** The encoding of the data set: as the meta information says, as far as the first element agrees. */
    private Encoding encoding(long at, boolean bare) throws IOException, DamagedFileException {
        if (at + 8 > file.size()) {
            throw new DamagedFileException(at <= PREAMBLE + 4 ? "it ends before its meta information"
                    : "it ends behind its meta information");
        }
        Optional<String> named = dataSet.text(Tag.TRANSFER_SYNTAX_UID).map(uid -> uid.replace("\0", ""));
        if (named.isPresent() && Encoding.of(named.get()).deflated()) {
            return Encoding.of(named.get());
        }
        boolean explicit = new ElementWalk(file).isRepresentation(at + 4);
        if (named.isPresent()) {
            Encoding encoding = Encoding.of(named.get());
            return encoding.withExplicit(explicit || encoding.explicit() && looksExplicit(at));
        }
        int little = file.unsignedShort(at, false);
        int big = file.unsignedShort(at, true);
        boolean bigEndian = big < little;
        int group = Math.min(big, little);
        if (bare && (group < FIRST_GROUP || group > LAST_FIRST_GROUP)) {
            throw notDicom();
        }
        return Encoding.plain(explicit, bigEndian);
    }

    /** Whether letters stand where a representation is expected, though none that is known; a length would be huge. */
    private boolean looksExplicit(long at) throws IOException, DamagedFileException {
        return file.unsignedInt(at + 4, false) > file.size() - at - 8;
    }

    private void read(ByteSource source, long at, Encoding encoding) throws IOException, DamagedFileException {
        DataSetReader reader = new DataSetReader(source, extent);
        reader.read(at, encoding, dataSet);
        if (extent == ReadExtent.ALL && reader.pixelData().isPresent()) {
            dataSet.putBytes(Tag.PIXEL_DATA, pixels(source, reader.pixelData().get(), encoding));
        }
    }

    private byte[] pixels(ByteSource source, ElementHead head, Encoding encoding)
            throws IOException, DamagedFileException {
        if (!head.undefined()) {
            if (!encoding.isPlain() && PixelDecoders.decodes(encoding.transferSyntaxUid())) {
                throw new DamagedFileException("its pixel data are not encapsulated, as its transfer syntax "
                        + encoding.description() + " asks for");
            }
            ElementWalk.requireWithin(head.tag(), head.next(), source.size());
            byte[] words = source.copy(head.valueStart(), head.length());
            if (encoding.bigEndian()) {
                ValueReader.swap(words, wordBytes(head));
            }
            return words;
        }
        if (encoding.isPlain()) {
            throw new DamagedFileException("its pixel data are encapsulated, which its transfer syntax does not allow");
        }
        if (!PixelDecoders.decodes(encoding.transferSyntaxUid())) {
            throw new DamagedFileException("its transfer syntax " + encoding.description() + " is not read; convert it "
                    + "to explicit VR little endian with a program that reads it");
        }
        return decoded(source, head, encoding);
    }

    /** Bytes of a word of big endian pixel data (PS3.5 section 8.1.1). */
    private int wordBytes(ElementHead head) throws DamagedFileException {
        int allocated = bitsAllocated();
        return allocated > Short.SIZE ? allocated / Byte.SIZE : head.vr().equals("OB") ? 1 : Short.BYTES;
    }

    private int bitsAllocated() throws DamagedFileException {
        try {
            return dataSet.integer(Tag.BITS_ALLOCATED).orElse(0);
        } catch (NumberFormatException e) {
            throw new DamagedFileException("the value of " + Tag.BITS_ALLOCATED.notation()
                    + " is not the number that the standard asks for", e);
        }
    }

    private byte[] decoded(ByteSource source, ElementHead head, Encoding encoding)
            throws IOException, DamagedFileException {
        long length = source.size() - head.valueStart();
        try {
            GreyPixels.form(dataSet).requireBelievable(length);
            return GreyPixels.decode(dataSet, encoding.transferSyntaxUid(), source.copy(head.valueStart(), length));
        } catch (CodecException e) {
            throw new DamagedFileException(e.getMessage() + " (transfer syntax " + encoding.description() + ")", e);
        }
    }
}
