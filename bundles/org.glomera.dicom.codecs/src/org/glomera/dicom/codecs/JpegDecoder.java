package org.glomera.dicom.codecs;

import java.util.Arrays;

/**
 * JPEG of one component (ITU-T T.81) with Huffman codes: baseline and extended sequential and progressive DCT of 8 and
 * 12 bits, and lossless of 2 to 16 bits. These are all processes that DICOM names (PS3.5 sections A.4.1 and A.4.2, with
 * the retired 53 and 55). The inverse DCT is the slow integer one that the reference decoder uses, so pixels are the
 * same to the last bit.
 */
final class JpegDecoder implements FrameDecoder {

    /** More scans than a progressive image of one component needs (64 coefficients of 13 bits, each bit by itself). */
    private static final int MOST_SCANS = 1000;

    @Override
    public void decode(byte[] frame, PixelForm form, byte[] target, int offset) throws CodecException {
        new Image(frame, form).read().into(target, offset);
    }

    /** The values of an image that was read in full. */
    private interface Values {
        void into(byte[] target, int offset) throws CodecException;
    }

    /** One image while it is read. */
    private static final class Image {
        private final JpegMarkers markers;
        private final byte[] data;
        private final PixelForm form;
        /** Where the tables stand in the data, by class (DC, AC) times 4 plus number; -1 when they are not there. */
        private final int[] tables = new int[8];
        private final int[][] quantization = new int[4][];
        private int restartInterval;
        private JpegFrame header;
        private DctImage dct;
        private LosslessImage lossless;

        Image(byte[] data, PixelForm form) throws CodecException {
            this.markers = new JpegMarkers(data);
            this.data = data;
            this.form = form;
            Arrays.fill(tables, -1);
        }

        Values read() throws CodecException {
            int scans = 0;
            while (markers.next()) {
                int code = markers.code();
                if (code == JpegMarkers.SCAN) {
                    if (++scans > MOST_SCANS) {
                        throw new CodecException("its compressed image has more than " + MOST_SCANS + " scans");
                    }
                    markers.continueAt(scan());
                    if (lossless != null) {
                        return lossless::into;
                    }
                } else if (JpegFrame.isFrame(code)) {
                    frame();
                } else {
                    table(code);
                }
            }
            if (scans == 0) {
                throw new CodecException("its compressed image has no image in it");
            }
            return (target, offset) -> dct.into(quantization, target, offset);
        }

        private void frame() throws CodecException {
            if (header != null) {
                throw new CodecException("its compressed image has two headers");
            }
            header = JpegFrame.of(markers, form);
            if (!header.lossless()) {
                dct = new DctImage(form, header);
            }
        }

        private void table(int code) throws CodecException {
            switch (code) {
                case JpegMarkers.HUFFMAN -> huffman();
                case JpegMarkers.QUANTIZATION -> quantization();
                case JpegMarkers.RESTART_INTERVAL -> restartInterval = markers.word(0);
                default -> {
                    // Comments and application segments say nothing about grey pixels.
                }
            }
        }

        private void huffman() throws CodecException {
            int at = 0;
            while (at < markers.length()) {
                int index = markers.unsigned(at);
                int symbols = 0;
                for (int i = 1; i <= 16; i++) {
                    symbols += markers.unsigned(at + i);
                }
                if ((index & 0xef) > 3 || symbols > 256 || at + 17 + symbols > markers.length()) {
                    throw new CodecException("its compressed image has a damaged Huffman table");
                }
                tables[(index >> 4) * 4 + (index & 3)] = markers.start() + at + 1;
                at += 17 + symbols;
            }
        }

        private void quantization() throws CodecException {
            int at = 0;
            while (at < markers.length()) {
                int index = markers.unsigned(at++);
                int bytes = index >> 4;
                if ((index & 0xf) > 3 || bytes > 1) {
                    throw new CodecException("its compressed image has a damaged quantization table");
                }
                int[] table = new int[64];
                for (int i = 0; i < 64; i++, at += 1 + bytes) {
                    table[DctImage.NATURAL_ORDER[i]] = bytes == 0 ? markers.unsigned(at) : markers.word(at);
                }
                quantization[index & 3] = table;
            }
        }

        private HuffmanTable huffman(int kind, int number) throws CodecException {
            int place = tables[kind * 4 + (number & 3)];
            if (place < 0) {
                throw new CodecException("its compressed image lacks a Huffman table");
            }
            return new HuffmanTable(data, place);
        }

        /** Reads one scan; the place behind it. */
        private int scan() throws CodecException {
            if (header == null || markers.length() < 6 || markers.unsigned(0) != 1) {
                throw new CodecException("its compressed image has a scan that is not of one component");
            }
            int selectors = markers.unsigned(2);
            int first = markers.unsigned(3);
            int last = markers.unsigned(4);
            int bits = markers.unsigned(5);
            EntropyBits entropy = new EntropyBits(data, markers.start() + markers.length());
            if (header.lossless()) {
                lossless = new LosslessImage(form, header.precision(), first, bits & 0xf, restartInterval);
                lossless.scan(entropy, huffman(0, selectors >> 4));
            } else {
                boolean needsDc = !header.progressive() || first == 0 && bits >> 4 == 0;
                boolean needsAc = !header.progressive() || first > 0;
                dct.scan(entropy, needsDc ? huffman(0, selectors >> 4) : null,
                        needsAc ? huffman(1, selectors & 0xf) : null,
                        header.progressive() ? new DctImage.Band(first, last, bits >> 4, bits & 0xf)
                                : DctImage.Band.ALL, restartInterval);
            }
            return entropy.position();
        }
    }
}
