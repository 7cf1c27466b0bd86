package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.Optional;

/**
 * An array, or a part of one that values share.
 *
 * @param name the field in the generated class
 * @param shape row-major; of a whole batch if it is per row
 * @param role what it is for
 * @param origin the layer that writes it
 * @param margins how much of each image is a margin of zeros, which nobody writes
 * @param contents what it holds if no step computes it
 */
public record Buffer(
        String name,
        Shape shape,
        Value.Element element,
        Role role,
        Origin origin,
        Margins margins,
        Optional<Contents> contents) {

    public Buffer {
        if (!contents.map(Contents::role).orElse(role).equals(role)) {
            throw new IllegalArgumentException(name + " is " + role + ", but holds " + contents);
        }
    }

    public Buffer(String name, Shape shape, Value.Element element, Role role, Origin origin) {
        this(name, shape, element, role, origin, Margins.NONE);
    }

    public Buffer(String name, Shape shape, Value.Element element, Role role, Origin origin, Margins margins) {
        this(name, shape, element, role, origin, margins, Optional.empty());
    }

    /** What an array is for. */
    public enum Role {
        /** Filled by the caller: inputs and targets. */
        FED,
        /** Known when compiling. */
        CONSTANT,
        /** Trained. */
        WEIGHT,
        /** Computed of weights and statistics alone, once. */
        PREPARED,
        /** Computed in a step, read by later ones. */
        COMPUTED,
        /** The loss's gradient with respect to a weight or an input. */
        GRADIENT,
        /** Kept up to date by training, read by prediction. */
        STATISTIC,
        /** What an optimizer remembers of a weight. */
        STATE
    }

    /**
     * What model files and trainers know of a weight or a statistic.
     *
     * @throws IllegalStateException if it is neither
     */
    public Contents.Parameter parameter() {
        if (contents.orElse(null) instanceof Contents.Parameter parameter) {
            return parameter;
        }
        throw new IllegalStateException(this + " is no parameter");
    }

    /** Whether it is a single number: what steps hand to each other, but no weight, which its owner sees as an array. */
    public boolean isScalar() {
        boolean single = !shape.perRow() && shape.rank() == 0;
        return single && role == Role.COMPUTED;
    }

    /** How many elements its array has, or needs, in batches of so many rows. */
    public long length(int rows) {
        return (long) shape.size() * (shape.perRow() ? rows : 1);
    }

    @Override
    public String toString() {
        return name + shape + (margins.equals(Margins.NONE) ? "" : ", margins of zeros " + margins);
    }
}
