/**
 * A network as data: its layers in order, the shapes between them, and its weights by name. Sizes stand in the order
 * x, y, z; arrays run with x fastest.
 */
package org.glomera.network.graph;
