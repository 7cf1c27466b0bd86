package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs through all indices of some dims, the last the fastest, and says where values are read there. */
final class Indices {

    private final List<Dim> dims;
    private final int results;
    private final int rows;
    private final int[] index;

    /**
     * @param result the dims of what is computed
     * @param over the dims that are summed over
     */
    Indices(List<Dim> result, List<Dim> over, int rows) {
        this.dims = new ArrayList<>(result);
        this.dims.addAll(over);
        this.results = result.size();
        this.rows = rows;
        this.index = new int[dims.size()];
    }

    /** Calls {@code body} for all indices, with the position of the result's element. */
    void forEach(IntConsumer body) {
        run(0, 0, body);
    }

    private void run(int depth, int position, IntConsumer body) {
        if (depth == index.length) {
            body.accept(position);
            return;
        }
        int length = length(dims.get(depth));
        for (int i = 0; i < length; i++) {
            index[depth] = i;
            run(depth + 1, depth < results ? position * length + i : position, body);
        }
    }

    private int length(Dim dim) {
        return dim.isRows() ? rows : dim.size();
    }

    /** Where a value of {@code shape}, which has none but the dims at hand, is read. */
    Reader reader(Shape shape) {
        return new Reader(shape.dims(), shape.dims().stream().map(Affine::at).toList());
    }

    Reader reader(Factor factor) {
        return new Reader(factor.value().shape().dims(), factor.places());
    }

    /** Where a value is read. */
    final class Reader {

        private final int[] lengths;
        private final Affine[] places;
        /** For each place the number of the dim of each term. */
        private final int[][] terms;

        private Reader(List<Dim> read, List<Affine> at) {
            this.lengths = read.stream().mapToInt(Indices.this::length).toArray();
            this.places = at.toArray(Affine[]::new);
            this.terms = at.stream()
                    .map(place -> place.dims().mapToInt(dims::indexOf).toArray())
                    .toArray(int[][]::new);
        }

        /** The position of the element; -1 outside of the value and between its elements. */
        int position() {
            int position = 0;
            for (int i = 0; i < places.length; i++) {
                int place = places[i].offset();
                for (int t = 0; t < terms[i].length; t++) {
                    place += places[i].terms().get(t).stride() * index[terms[i][t]];
                }
                int whole = Math.floorDiv(place, places[i].divisor());
                if (whole * places[i].divisor() != place || whole < 0 || whole >= lengths[i]) {
                    return -1;
                }
                position = position * lengths[i] + whole;
            }
            return position;
        }
    }
}
