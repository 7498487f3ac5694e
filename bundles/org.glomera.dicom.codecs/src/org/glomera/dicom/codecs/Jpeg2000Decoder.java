package org.glomera.dicom.codecs;

import java.io.IOException;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;

import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.entropy.decoder.EntropyDecoder;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;
import jj2000.j2k.wavelet.synthesis.InverseWT;

/** JPEG 2000 of one component (ITU-T T.800), decoded by JJ2000. Its chain is built directly, without image plug-ins. */
final class Jpeg2000Decoder implements FrameDecoder {

    static {
        FacilityManager.registerMsgLogger(null, new Silence());
    }

    @Override
    public void decode(byte[] frame, PixelForm form, byte[] target, int offset) throws CodecException {
        int start = CodestreamHeader.require(frame, form);
        try {
            decode(new CodestreamBytes(frame, start), form, target, offset);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw damaged(e);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) {
            // JJ2000 ends with a plain Error where it meets what it did not expect.
            throw damaged(e);
        }
    }

    private static CodecException damaged(Throwable cause) {
        return new CodecException("its JPEG 2000 image is damaged or of a kind that is not read ("
                + cause.getClass().getSimpleName() + ")", cause);
    }

    private static void decode(CodestreamBytes bytes, PixelForm form, byte[] target, int offset) throws IOException {
        J2KImageReadParamJava parameters = new J2KImageReadParamJava();
        HeaderInfo info = new HeaderInfo();
        HeaderDecoder header = new HeaderDecoder(bytes, parameters, info);
        DecoderSpecs specs = header.getDecoderSpecs();
        BitstreamReaderAgent reader = BitstreamReaderAgent.createInstance(bytes, header, parameters, specs, false, info);
        EntropyDecoder entropy = header.createEntropyDecoder(reader, parameters);
        ROIDeScaler regions = header.createROIDeScaler(entropy, parameters, specs);
        Dequantizer dequantizer = header.createDequantizer(regions, new int[] {header.getOriginalBitDepth(0)}, specs);
        InverseWT wavelets = InverseWT.createInstance(dequantizer, specs);
        wavelets.setImgResLevel(reader.getImgRes());
        ImgDataConverter image = new ImgDataConverter(wavelets, 0);
        int bits = header.getOriginalBitDepth(0);
        boolean signed = header.isOriginalSigned(0);
        Range range = signed ? new Range(0, -1 << bits - 1, (1 << bits - 1) - 1)
                : new Range(1 << bits - 1, 0, (int) ((1L << bits) - 1));
        for (int y = 0; y < image.getNumTiles(null).y; y++) {
            for (int x = 0; x < image.getNumTiles(null).x; x++) {
                image.setTile(x, y);
                tile(image, range, form, target, offset);
            }
        }
    }

    /** What is added to a coefficient and what a sample may be. */
    private record Range(int shift, int least, int most) {
    }

    private static void tile(ImgDataConverter image, Range range, PixelForm form, byte[] target, int offset) {
        int tile = image.getTileIdx();
        int width = image.getTileCompWidth(tile, 0);
        int height = image.getTileCompHeight(tile, 0);
        int left = image.getCompULX(0) - image.getImgULX();
        int top = image.getCompULY(0) - image.getImgULY();
        int fraction = image.getFixedPoint(0);
        DataBlkInt block = new DataBlkInt(0, 0, width, height);
        image.getInternCompData(block, 0);
        int[] data = block.getDataInt();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = (data[block.offset + y * block.scanw + x] >> fraction) + range.shift();
                form.put(target, offset, (top + y) * form.columns() + left + x,
                        Math.max(range.least(), Math.min(range.most(), value)));
            }
        }
    }

    /** JJ2000 tells the terminal about oddities; what matters comes as an exception. */
    private static final class Silence implements MsgLogger {
        @Override
        public void printmsg(int severity, String message) {
            // Said by an exception, if at all.
        }

        @Override
        public void println(String text, int firstIndent, int indent) {
            // Said by an exception, if at all.
        }

        @Override
        public void flush() {
            // There is nothing to flush.
        }
    }
}
