package org.glomera.dicom.codecs;

/** JPEG-LS of one component, lossless and near-lossless (ITU-T T.87). */
final class JpegLsDecoder implements FrameDecoder {

    @Override
    public void decode(byte[] frame, PixelForm form, byte[] target, int offset) throws CodecException {
        JpegMarkers markers = new JpegMarkers(frame);
        JpegFrame header = null;
        int[] preset = new int[5];
        while (markers.next()) {
            switch (markers.code()) {
                case JpegMarkers.FRAME_LS -> header = JpegFrame.of(markers, form);
                case JpegMarkers.PRESET_LS -> preset(markers, preset);
                case JpegMarkers.RESTART_INTERVAL -> {
                    if (markers.word(0) != 0) {
                        throw new CodecException("its compressed image begins anew between rows, which is not read");
                    }
                }
                case JpegMarkers.SCAN -> {
                    scan(markers, header, preset, frame, form).into(target, offset);
                    return;
                }
                default -> {
                    // Comments and application segments say nothing about grey pixels.
                }
            }
        }
        throw new CodecException("its compressed image has no image in it");
    }

    private static void preset(JpegMarkers markers, int[] preset) throws CodecException {
        if (markers.unsigned(0) != 1) {
            throw new CodecException("its compressed image has mapping tables or extended sizes, which are not read");
        }
        for (int i = 0; i < preset.length; i++) {
            preset[i] = markers.word(1 + 2 * i);
        }
    }

    private static JpegLsImage scan(JpegMarkers markers, JpegFrame header, int[] preset, byte[] frame, PixelForm form)
            throws CodecException {
        if (header == null || markers.length() < 6 || markers.unsigned(0) != 1) {
            throw new CodecException("its compressed image has a scan that is not of one component");
        }
        int near = markers.unsigned(3);
        int pointTransform = markers.unsigned(5) & 0xf;
        JpegLsImage image = new JpegLsImage(form, JpegLsModel.of(header.precision(), near, preset), pointTransform);
        image.read(new JpegLsBits(frame, markers.start() + markers.length()));
        return image;
    }
}
