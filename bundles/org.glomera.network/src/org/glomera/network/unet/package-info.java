/** The volumetric U-Net of the reference study, as a hybrid network (SPECT and CT) and as a standard one (CT). */
package org.glomera.network.unet;
