package org.glomera.network.unet;

import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.graph.NetworkGraph;

/** The U-Net that sees SPECT and CT; {@code hybrid} in files. */
public final class HybridUNet implements NetworkArchitecture {

    @Override
    public List<Channel> channels() {
        return List.of(Channel.SPECT, Channel.CT);
    }

    @Override
    public NetworkGraph build(ArchitectureParameters parameters) {
        return UNet.build(channels(), parameters);
    }
}
