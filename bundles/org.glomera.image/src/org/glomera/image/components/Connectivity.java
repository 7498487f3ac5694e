package org.glomera.image.components;

/** Which voxels are neighbours. */
public enum Connectivity {
    /** The 6 voxels that share a face. */
    FACES,
    /** The 26 voxels that share a face, an edge or a corner. */
    FACES_EDGES_CORNERS
}
