package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sum, or the largest, over whatever dims {@code shape} lacks: over the rows of the batch, over the pixels of an image, or both. */
public record Reduce(Kind kind, Value argument, Shape shape) implements Op {

    /** How elements are put together. */
    public enum Kind {
        SUM,
        MAXIMUM
    }

    public Reduce {
        if (!shape.broadcastsTo(argument.shape())) {
            throw new IllegalArgumentException("no reduction of " + argument + " to " + shape);
        }
    }

    public static Reduce sum(Value argument, Shape shape) {
        return new Reduce(Kind.SUM, argument, shape);
    }

    public static Reduce maximum(Value argument, Shape shape) {
        return new Reduce(Kind.MAXIMUM, argument, shape);
    }

    public boolean isSum() {
        return kind == Kind.SUM;
    }

    /** The dims that the result lacks. */
    public List<Dim> over() {
        return argument.shape().without(shape);
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Reduce(kind, replacement.apply(argument), shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reduce(this);
    }

    @Override
    public String toString() {
        return (isSum() ? "sum of " : "max of ") + argument.name() + " to "
                + (shape.dims().isEmpty() ? "a scalar" : shape);
    }
}
