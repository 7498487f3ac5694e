package org.glomera.samples.residual;

import java.util.ArrayList;
import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;

/**
 * Builds a volumetric U-Net of residual blocks (He, Zhang, Ren and Sun, CVPR 2016; in a U-Net: Kerfoot et al., STACOM
 * 2018; with instance normalisation and leaky ReLU: Isensee et al., Nature Methods 2021, and its residual encoder). On
 * the way down every level is one block: two 3x3x3 convolutions, each normalised, whose result is added to what went
 * in, brought to the same shape by a normalised 1x1x1 convolution. The first convolution of a level halves the sizes by
 * a stride of 2, so there is no pooling; level l (0 is the input's) has {@code filters * 2^l} filters. The way up is
 * lighter: nearest up-sampling, concatenation with the same level's output, and one normalised 3x3x3 convolution. One
 * 1x1x1 convolution and a sigmoid end it. With four levels it has 20 convolutions, six of them of 1x1x1.
 */
final class ResidualUNet {

    private static final int KERNEL = 3;
    /** The values of nnU-Net (Isensee et al. 2021). */
    private static final double EPSILON = 1e-5;
    private static final double SLOPE = 0.01;

    private final List<Layer> layers = new ArrayList<>();
    private String last = NetworkGraph.INPUT;
    private int lastChannels;

    private ResidualUNet(int channels) {
        this.lastChannels = channels;
    }

    static NetworkGraph build(List<Channel> channels, ArchitectureParameters p) {
        ResidualUNet net = new ResidualUNet(channels.size());
        List<String> skips = new ArrayList<>();
        for (int level = 0; level < p.levels(); level++) {
            net.block("down" + level, p.filters() << level, level == 0 ? 1 : 2);
            skips.add(net.last);
        }
        net.block("bottom", p.filters() << p.levels(), 2);
        for (int level = p.levels() - 1; level >= 0; level--) {
            net.up("up" + level, skips.get(level), p.filters() << level);
        }
        net.add(new Convolution("output", net.last, net.lastChannels, 1, 1));
        net.add(new Sigmoid("probability", net.last));
        return new NetworkGraph(channels, p.inputNx(), p.inputNy(), p.inputNz(), net.layers);
    }

    /** Two convolutions with a way around them. */
    private void block(String stage, int filters, int stride) {
        String in = last;
        int inChannels = lastChannels;
        convolve(stage + ".short", stage + ".shortnorm", filters, 1, stride);
        String around = last;
        last = in;
        lastChannels = inChannels;
        convolve(stage + ".conv1", stage + ".norm1", filters, KERNEL, stride);
        add(new LeakyRelu(stage + ".act1", last, SLOPE));
        convolve(stage + ".conv2", stage + ".norm2", filters, KERNEL, 1);
        add(new Add(stage + ".sum", List.of(last, around)));
        add(new LeakyRelu(stage + ".act2", last, SLOPE));
    }

    private void up(String stage, String skip, int filters) {
        add(new UpsampleNearest(stage + ".upsample", last, 2));
        add(new Concatenate(stage + ".join", List.of(last, skip)));
        lastChannels += filters;
        convolve(stage + ".conv", stage + ".norm", filters, KERNEL, 1);
        add(new LeakyRelu(stage + ".act", last, SLOPE));
    }

    private void convolve(String convolution, String norm, int filters, int kernel, int stride) {
        add(new Convolution(convolution, last, lastChannels, filters, kernel, stride));
        add(new InstanceNormalisation(norm, last, filters, EPSILON));
        lastChannels = filters;
    }

    private void add(Layer layer) {
        layers.add(layer);
        last = layer.name();
    }
}
