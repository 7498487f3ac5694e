/**
 * Compressed pixel data of DICOM (PS3.5 annex A.4, A.5, G) to plain words: run lengths, JPEG (DCT and lossless), JPEG-LS
 * and JPEG 2000, of grey images. What comes in is hostile: a decoder holds no more than the image and the compressed
 * frame, never goes by a size that only the compressed data claim, and ends in a
 * {@link org.glomera.dicom.codecs.CodecException}. Nothing in it draws, starts a process or looks for plug-ins.
 */
package org.glomera.dicom.codecs;
