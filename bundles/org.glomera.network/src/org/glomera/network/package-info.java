/**
 * Networks, the API: what a network looks like (architectures), who calculates it (engines), and what goes in and out.
 * Arrays hold one value a voxel of the network's input grid, x fastest. No engine is named here.
 */
package org.glomera.network;
