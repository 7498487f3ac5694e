/**
 * The anatomy of a phantom as regions with tissues, in body coordinates: millimetres, x to the patient's left, y to the
 * back, z to the head, origin in the middle of the trunk between the first and second lumbar vertebra.
 */
package org.glomera.phantom.anatomy;
