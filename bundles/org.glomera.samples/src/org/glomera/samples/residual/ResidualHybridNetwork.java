package org.glomera.samples.residual;

import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.graph.NetworkGraph;

/** The residual U-Net that sees SPECT and CT; {@code residual-hybrid} in files. */
public final class ResidualHybridNetwork implements NetworkArchitecture {

    @Override
    public List<Channel> channels() {
        return List.of(Channel.SPECT, Channel.CT);
    }

    @Override
    public NetworkGraph build(ArchitectureParameters parameters) {
        return ResidualUNet.build(channels(), parameters);
    }
}
