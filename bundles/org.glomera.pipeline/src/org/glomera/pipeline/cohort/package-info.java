/** Making a cohort of phantoms once. Not part of the API. */
package org.glomera.pipeline.cohort;
