/** Making a network's inputs and masks from cases. Not part of the API. */
package org.glomera.pipeline.preparing;
