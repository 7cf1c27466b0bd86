package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Slides filters over an image: {@code y[n][h][w][f] = sum over r, s, c of x[n][h * stride + r - top][w * stride + s - left][c] * weight[r][s][c][f]},
 * where x is 0 outside the image. With a weight of rank 3 each channel has one filter of its own: {@code weight[r][s][c]}.
 *
 * @param image [n][height][width][channels]
 * @param weight [window height][window width][channels][filters], or without filters
 */
public record Convolution(Value image, Value weight, Window window) implements Op {

    public Convolution {
        int channels = weight.shape().dims().get(2);
        if (image.shape().rank() != 3 || image.shape().last() != channels) {
            throw new IllegalArgumentException("filters " + weight + " on " + image);
        }
    }

    /** Whether each channel has one filter of its own. */
    public static boolean isDepthwise(Shape weight) {
        return weight.rank() == 3;
    }

    @Override
    public List<Value> operands() {
        return List.of(image, weight);
    }

    @Override
    public Shape shape() {
        return window.output(image.shape(), weight.shape().last());
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Convolution(replacement.apply(image), replacement.apply(weight), window);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolution(this);
    }

    @Override
    public String toString() {
        return "conv(" + image.name() + ", " + weight.name() + ", " + window + ")";
    }
}
