package dev.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dims of a tensor, row-major: the batch's rows, if it has one value set for each row, then dims that are known when compiling. Images are
 * height x width x channel.
 */
public record Shape(List<Dim> dims) {

    private static final Shape SCALAR = new Shape(List.of());

    /**
     * Checks that a tensor can have these dims.
     *
     * @throws TooLargeException if one row of it has more elements than an array
     */
    public Shape {
        dims = List.copyOf(dims);
        if (new HashSet<>(dims).size() < dims.size()) {
            throw new IllegalArgumentException("a dim twice in " + dims);
        }
        long elements = 1;
        for (Dim dim : dims) {
            elements *= dim.isRows() ? 1 : dim.size();
            if (elements > Integer.MAX_VALUE) {
                throw new TooLargeException(dims);
            }
        }
    }

    /** More elements than an array can have; {@code lower} reports it with the arithmetic. */
    public static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLargeException(List<Dim> dims) {
            super(dims.stream()
                    .filter(dim -> !dim.isRows())
                    .map(dim -> String.valueOf(dim.size()))
                    .collect(Collectors.joining(" * ")));
        }
    }

    public static Shape of(Dim... dims) {
        return new Shape(List.of(dims));
    }

    /** {@code [n][dims]…}: one for each row. */
    public static Shape perRow(Dim... dims) {
        return perRow(List.of(dims));
    }

    /** The same of a list. */
    public static Shape perRow(List<Dim> dims) {
        return new Shape(Stream.concat(Stream.of(Dim.ROWS), dims.stream()).toList());
    }

    /** {@code [n]}: one number for each row. */
    public static Shape onePerRow() {
        return of(Dim.ROWS);
    }

    /** A single number. */
    public static Shape scalar() {
        return SCALAR;
    }

    /** Whether there is one of these for each row of a batch. */
    public boolean perRow() {
        return dims.contains(Dim.ROWS);
    }

    /** The dims without the rows. */
    public List<Dim> ofRow() {
        return dims.stream().filter(dim -> !dim.isRows()).toList();
    }

    /** The sizes of the dims without the rows. */
    public List<Integer> sizes() {
        return ofRow().stream().map(Dim::size).toList();
    }

    /** The number of elements, of one row if {@link #perRow}. */
    public int size() {
        return sizes().stream().reduce(1, Math::multiplyExact);
    }

    /** How many dims there are besides the rows. */
    public int rank() {
        return ofRow().size();
    }

    /** The last dim: of an image the channels, of a vector its length. */
    public Dim last() {
        return dims.get(dims.size() - 1);
    }

    /** Whether a tensor of this shape can be read at every point of {@code wider}, which has all its dims, wherever they stand. */
    public boolean broadcastsTo(Shape wider) {
        return wider.dims.containsAll(dims);
    }

    /** Whether both have the same sizes in the same order, whatever their dims are. */
    public boolean isAsLongAs(Shape other) {
        return perRow() == other.perRow() && sizes().equals(other.sizes());
    }

    /** The same shape with {@code replacement} for {@code dim}. */
    public Shape with(Dim dim, Dim replacement) {
        return new Shape(
                dims.stream().map(each -> each.equals(dim) ? replacement : each).toList());
    }

    /** The dims of this shape that {@code other} has not, in order. */
    public List<Dim> without(Shape other) {
        List<Dim> rest = new ArrayList<>(dims);
        rest.removeAll(other.dims);
        return rest;
    }

    /** {@code [n][28][28][1]}. */
    @Override
    public String toString() {
        return dims.stream().map(Dim::toString).collect(Collectors.joining());
    }
}
