/** Normalised mutual information of a CT and a SPECT, and the search for its maximum. */
package org.glomera.registration.information;
