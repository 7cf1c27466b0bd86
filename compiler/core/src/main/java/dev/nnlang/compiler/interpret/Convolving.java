package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Window;
import dev.nnlang.compiler.graph.op.Convolution;

/** A convolution and its two gradients; each filter sees all channels, or, depthwise, each its own. */
final class Convolving {

    private final Sliding sliding;
    private final int rows;
    private final int pixels;
    private final int weights;
    private final int channels;
    private final int filters;
    private final boolean depthwise;

    Convolving(Shape image, Shape weight, Window window, int rows) {
        this.sliding = new Sliding(image, window, rows);
        this.rows = rows;
        this.pixels = image.size() / image.last();
        this.weights = weight.size();
        this.channels = image.last();
        this.filters = weight.last();
        this.depthwise = Convolution.isDepthwise(weight);
    }

    /** A product of one pixel's channel, one weight and one output. */
    private interface Term {
        void at(int pixel, int weight, int output);
    }

    private void terms(Term term) {
        sliding.visit((out, in, tap) -> {
            for (int c = 0; c < channels; c++) {
                for (int f = depthwise ? c : 0; f < (depthwise ? c + 1 : filters); f++) {
                    int weight = depthwise ? tap * channels + c : (tap * channels + c) * filters + f;
                    term.at(in * channels + c, weight, out * filters + f);
                }
            }
        });
    }

    double[] value(double[] image, double[] weight) {
        double[] result = new double[sliding.outputs() * filters];
        terms((pixel, w, output) -> result[output] += image[pixel] * weight[w]);
        return result;
    }

    double[] imageGradient(double[] d, double[] weight) {
        double[] result = new double[rows * pixels * channels];
        terms((pixel, w, output) -> result[pixel] += d[output] * weight[w]);
        return result;
    }

    double[] weightGradient(double[] image, double[] d) {
        double[] result = new double[weights];
        terms((pixel, w, output) -> result[w] += image[pixel] * d[output]);
        return result;
    }
}
