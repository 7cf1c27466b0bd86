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

    /** The position in a tensor of {@code wanted} dims: along some of them where {@code label} says, along the others at their indices. */
    int position(List<Dim> wanted, List<Dim> along, int label) {
        int[] ofLabel = new int[along.size()];
        int rest = label;
        for (int i = along.size() - 1; i >= 0; i--) {
            ofLabel[i] = rest % length(along.get(i));
            rest /= length(along.get(i));
        }
        int position = 0;
        for (Dim dim : wanted) {
            int at = along.contains(dim) ? ofLabel[along.indexOf(dim)] : index[dims.indexOf(dim)];
            position = position * length(dim) + at;
        }
        return position;
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

        private final List<Dim> read;
        private final int[] lengths;
        private final Affine[] places;
        /** For each place the number of the dim of each term. */
        private final int[][] terms;

        private Reader(List<Dim> read, List<Affine> at) {
            this.read = read;
            this.lengths = read.stream().mapToInt(Indices.this::length).toArray();
            this.places = at.toArray(Affine[]::new);
            this.terms = at.stream()
                    .map(place -> place.dims().mapToInt(dims::indexOf).toArray())
                    .toArray(int[][]::new);
        }

        /** The place of the element along some dims of the value, as one number; it must be inside. */
        int label(List<Dim> along) {
            int label = 0;
            for (Dim dim : along) {
                int i = read.indexOf(dim);
                label = label * lengths[i] + Math.floorDiv(place(i), places[i].divisor());
            }
            return label;
        }

        private int place(int i) {
            int place = places[i].offset();
            for (int t = 0; t < terms[i].length; t++) {
                place += places[i].terms().get(t).stride() * index[terms[i][t]];
            }
            return place;
        }

        /** The position of the element; -1 outside of the value and between its elements. */
        int position() {
            int position = 0;
            for (int i = 0; i < places.length; i++) {
                int place = place(i);
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
