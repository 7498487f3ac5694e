package org.glomera.network.unet;

import java.util.ArrayList;
import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;

/**
 * Builds the volumetric U-Net (Ronneberger, Fischer and Brox, MICCAI 2015; Çiçek et al., MICCAI 2016): on each level
 * two 3x3x3 convolutions, each followed by ReLU; 2x2x2 max pooling on the way down with filters doubling, nearest
 * up-sampling and concatenation with the same level's output on the way up, where level l (0 is the input's) has
 * {@code filters * 2^max(l, 1)} filters; one 1x1x1 convolution and a sigmoid at the end. With 32 filters and four
 * levels these are 32, 64, 128, 256, 512 and then 256, 128, 64, 64: 19 convolutions.
 */
final class UNet {

    private static final int KERNEL = 3;

    private final List<Layer> layers = new ArrayList<>();
    private String last = NetworkGraph.INPUT;
    private int lastChannels;

    private UNet(int channels) {
        this.lastChannels = channels;
    }

    static NetworkGraph build(List<Channel> channels, ArchitectureParameters p) {
        UNet net = new UNet(channels.size());
        List<String> skips = new ArrayList<>();
        for (int level = 0; level < p.levels(); level++) {
            net.pair("down" + level, p.filters() << level);
            skips.add(net.last);
            net.add(new MaxPool("down" + level + ".pool", net.last, 2));
        }
        net.pair("bottom", p.filters() << p.levels());
        for (int level = p.levels() - 1; level >= 0; level--) {
            net.join("up" + level, skips.get(level), p.filters() << level);
            net.pair("up" + level, p.filters() << Math.max(level, 1));
        }
        net.add(new Convolution("output", net.last, net.lastChannels, 1, 1));
        net.add(new Sigmoid("probability", net.last));
        return new NetworkGraph(channels, p.inputNx(), p.inputNy(), p.inputNz(), net.layers);
    }

    private void pair(String stage, int filters) {
        for (int i = 1; i <= 2; i++) {
            String name = stage + ".conv" + i;
            add(new Convolution(name, last, lastChannels, filters, KERNEL));
            add(new Relu(stage + ".relu" + i, last));
            lastChannels = filters;
        }
    }

    private void join(String stage, String skip, int skipChannels) {
        add(new UpsampleNearest(stage + ".upsample", last, 2));
        add(new Concatenate(stage + ".join", List.of(last, skip)));
        lastChannels += skipChannels;
    }

    private void add(Layer layer) {
        layers.add(layer);
        last = layer.name();
    }
}
