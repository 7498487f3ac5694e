/** Training a network on prepared images. Not part of the API. */
package org.glomera.pipeline.training;
