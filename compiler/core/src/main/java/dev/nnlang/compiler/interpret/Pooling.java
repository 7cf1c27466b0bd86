package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Window;
import java.util.Arrays;

/** Maximum and sum of windows, and what their gradients give back. */
final class Pooling {

    private final Sliding sliding;
    private final int channels;
    private final int size;

    Pooling(Shape image, Window window, int rows) {
        this.sliding = new Sliding(image, window, rows);
        this.channels = image.last();
        this.size = rows * image.size();
    }

    /** One element of one window. */
    private interface Element {
        void at(int output, int pixel);
    }

    private void elements(Element element) {
        sliding.visit((out, in, tap) -> {
            for (int c = 0; c < channels; c++) {
                element.at(out * channels + c, in * channels + c);
            }
        });
    }

    double[] largest(double[] image) {
        double[] result = new double[sliding.outputs() * channels];
        Arrays.fill(result, Double.NEGATIVE_INFINITY);
        elements((output, pixel) -> result[output] = Math.max(result[output], image[pixel]));
        return result;
    }

    double[] toLargest(double[] d, double[] image, double[] largest) {
        double[] result = new double[size];
        boolean[] given = new boolean[d.length];
        elements((output, pixel) -> {
            if (!given[output] && image[pixel] == largest[output]) {
                given[output] = true;
                result[pixel] += d[output];
            }
        });
        return result;
    }

    double[] sums(double[] image) {
        double[] result = new double[sliding.outputs() * channels];
        elements((output, pixel) -> result[output] += image[pixel]);
        return result;
    }

    double[] toAll(double[] d) {
        double[] result = new double[size];
        elements((output, pixel) -> result[pixel] += d[output]);
        return result;
    }
}
