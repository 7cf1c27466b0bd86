package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.op.MaxPool;
import java.util.Arrays;

/** The largest of each window, and what its gradient gives back. */
final class Pooling {

    private final MaxPool pool;
    private final int rows;
    private final Indices all;
    private final Indices.Reader pixel;

    Pooling(MaxPool pool, int rows) {
        this.pool = pool;
        this.rows = rows;
        this.all = new Indices(pool.shape().dims(), pool.over(), rows);
        this.pixel = all.reader(pool.image());
    }

    /** One element of one window. */
    private interface Element {
        void at(int output, int pixel);
    }

    private void elements(Element element) {
        all.forEach(output -> {
            int at = pixel.position();
            if (at >= 0) {
                element.at(output, at);
            }
        });
    }

    double[] largest(double[] image) {
        double[] result = new double[Tensor.count(pool.shape(), rows)];
        Arrays.fill(result, Double.NEGATIVE_INFINITY);
        elements((output, at) -> result[output] = Math.max(result[output], image[at]));
        return result;
    }

    double[] toLargest(double[] d, double[] image, double[] largest) {
        double[] result = new double[image.length];
        boolean[] given = new boolean[d.length];
        elements((output, at) -> {
            if (!given[output] && image[at] == largest[output]) {
                given[output] = true;
                result[at] += d[output];
            }
        });
        return result;
    }
}
