package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands in a table where labels say: of each row the line of an embedding, or the probability of the right class; of each window the pixel
 * that is the largest.
 *
 * @param labels counted over {@code along}, the last dim the fastest
 * @param along the dims of the table along which labels count
 * @param shape the dims of the labels and what else the table has
 */
public record Gather(Value table, Value labels, List<Dim> along, Shape shape) implements Op {

    public Gather {
        along = List.copyOf(along);
        if (!table.shape().dims().containsAll(along)) {
            throw new IllegalArgumentException("no labels of " + table + " along " + along);
        }
    }

    /** Of a table along one dim, which the result has not. */
    public static Gather of(Value table, Value labels, Dim along) {
        List<Dim> dims = new ArrayList<>(labels.shape().dims());
        table.shape().dims().stream()
                .filter(dim -> !dim.equals(along) && !dims.contains(dim))
                .forEach(dims::add);
        return new Gather(table, labels, List.of(along), new Shape(dims));
    }

    /** Whether no two elements of the result can come from one element of the table. */
    public boolean isOneToOne() {
        return table.shape().dims().containsAll(shape.dims()) && along.stream().noneMatch(shape.dims()::contains);
    }

    @Override
    public List<Value> operands() {
        return List.of(table, labels);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Gather(replacement.apply(table), replacement.apply(labels), along, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.gather(this);
    }

    @Override
    public String toString() {
        return table.name() + " at " + labels.name();
    }
}
