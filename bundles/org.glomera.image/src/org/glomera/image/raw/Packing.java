package org.glomera.image.raw;

/** How the bytes of voxels are packed in a file. */
public enum Packing {
    /** As they are. */
    NONE,
    /** As a gzip stream (RFC 1952). */
    GZIP,
    /** As a zlib stream (RFC 1950). */
    ZLIB,
    /** As numbers in decimal digits, between white space or commas. */
    TEXT
}
