/**
 * The engine {@code pytorch}: networks on the Deep Java Library's PyTorch engine. Everything that is PyTorch's way, such
 * as the order depth, height, width and memory that is freed by hand, stays in this package.
 */
package org.glomera.network.djl;
