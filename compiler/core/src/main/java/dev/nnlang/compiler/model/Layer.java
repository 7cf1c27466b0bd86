package dev.nnlang.compiler.model;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a network.
 *
 * @param name unique in its network, a Java identifier: {@code dense1}; inside of a block {@code residual2Dense1}
 * @param inputs the layers it reads, in order
 * @param sharing the earlier layer whose weights it uses; empty if it has weights of its own, or needs none
 * @param uses the blocks inside of which it stands, the outermost first
 * @param span where it was written; its text is what generated comments quote
 */
public record Layer(
        String name, Operation operation, List<Layer> inputs, Optional<Layer> sharing, List<Use> uses, Span span) {

    /** Whether it is {@code name} from the table of layers. */
    public boolean isPrimitive(String layer) {
        return operation instanceof Primitive primitive
                && primitive.invocation().name().equals(layer);
    }

    /** What a layer does. */
    public sealed interface Operation {}

    /** The value of one input column, or of all of them as one vector. */
    public record Input(List<Column> columns) implements Operation {}

    /** A layer that the compiler knows: {@code dense(16)}; or a merge of several values: {@code add}. */
    public record Primitive(Invocation invocation) implements Operation {}

    /**
     * A formula for each element: {@code tanh}, {@code leaky_relu(slope: 0.1)}.
     *
     * @param name the activation's name
     * @param argument the variable that stands for the element
     * @param body the formula, parameters that are not learned already replaced by their values
     * @param learned the parameters that are trained
     */
    public record Activation(String name, String argument, Formula body, List<Learned> learned) implements Operation {}

    /**
     * A trained parameter of a formula.
     *
     * @param initial its first value
     * @param perChannel whether each channel (the last dimension) has one of its own; otherwise the layer has one
     */
    public record Learned(String name, double initial, boolean perChannel) {}

    /**
     * A place that brings all layers of a block, or of a {@code let} that names layers, into a network.
     *
     * @param name unique in its network, a Java identifier: {@code residual2}
     * @param span as it was written: {@code residual(32)}
     */
    public record Use(String name, Span span) {}

    public Layer {
        inputs = List.copyOf(inputs);
        uses = List.copyOf(uses);
    }

    /** A layer is equal only to itself: what it reads is a graph, and comparing its paths would take forever. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
