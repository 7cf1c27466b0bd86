package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** What makes a value out of others. A graph's verifier holds every node's shape against {@link #shape()}. */
public sealed interface Op
        permits Leaf,
                Contract,
                Reduce,
                MapElements,
                Softmax,
                CrossEntropy,
                OneHot,
                Gather,
                Scatter,
                PlaceOfMaximum,
                Reshape,
                Concat,
                Pad {

    /** The values it reads, in order. */
    List<Value> operands();

    /** The shape of what it makes. */
    Shape shape();

    /** The same op on other values of the same shapes. */
    Op replace(UnaryOperator<Value> replacement);

    /** Calls the visitor's method for this op. */
    <R> R accept(Visitor<R> visitor);

    /** One method an op and no default, so that javac lists what a new op still lacks. */
    interface Visitor<R> {
        R input(Input op);

        R weight(Weight op);

        R contract(Contract op);

        R reduce(Reduce op);

        R mapElements(MapElements op);

        R softmax(Softmax op);

        R crossEntropy(CrossEntropy op);

        R oneHot(OneHot op);

        R gather(Gather op);

        R scatter(Scatter op);

        R placeOfMaximum(PlaceOfMaximum op);

        R reshape(Reshape op);

        R runningStatistic(RunningStatistic op);

        R literal(Literal op);

        R noise(Noise op);

        R concat(Concat op);

        R pad(Pad op);
    }
}
