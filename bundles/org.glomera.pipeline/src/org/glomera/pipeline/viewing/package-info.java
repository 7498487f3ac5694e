/**
 * What there is to look at of a case: its images, the manual delineations and the networks' segmentations, each with
 * its title and colour, or the reason why it is not there. Slice viewer, 3D view and command line read cases here, so
 * that all of them show the same under the same names.
 */
package org.glomera.pipeline.viewing;
