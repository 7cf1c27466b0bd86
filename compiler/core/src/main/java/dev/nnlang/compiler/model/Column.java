package dev.nnlang.compiler.model;

import dev.nnlang.compiler.source.Span;
import java.util.List;

/**
 * One column.
 *
 * @param header how the file calls it
 * @param transforms the preprocessing, in the order in which values flow through it
 * @param span the column's name
 */
public record Column(String name, String header, String doc, Kind kind, List<Invocation> transforms, Span span) {

    /** Whether a missing value is filled in, which is the first transform then. */
    public boolean imputed() {
        return !transforms.isEmpty() && transforms.get(0).name().equals("impute");
    }

    /** What a column holds. */
    public sealed interface Kind {

        /** How many numbers it adds to a vector of several columns. */
        int features();
    }

    /**
     * {@code real}, {@code real[width]}, {@code integer} or {@code integer[width]}.
     *
     * @param whole whether it has no fraction
     */
    public record Real(int width, boolean whole) implements Kind {
        @Override
        public int features() {
            return width;
        }
    }

    /** {@code text}: goes with the row, but into no network. */
    public record Text() implements Kind {
        @Override
        public int features() {
            return 0;
        }
    }

    /** {@code one of setosa, versicolor, virginica}. */
    public record OneOf(List<Label> labels) implements Kind {

        /** One for each value: 1 for the row's own, 0 for the others. */
        @Override
        public int features() {
            return labels.size();
        }
    }

    /** {@code image(28x28)} or {@code image(32x32x3)}: pixels 0 to 255, in height x width x channel order. */
    public record Image(int height, int width, int channels) implements Kind {
        @Override
        public int features() {
            return height * width * channels;
        }
    }

    /**
     * A value of {@code one of}.
     *
     * @param written how the file writes it
     */
    public record Label(String name, String written) {}
}
