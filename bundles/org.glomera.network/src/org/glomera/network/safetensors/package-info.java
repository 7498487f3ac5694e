/** Weights in a file that Python and others read without this program. */
package org.glomera.network.safetensors;
