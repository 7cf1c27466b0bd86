package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.IndexNames;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where the largest of what is read stands, the first of equals: as a label. What lies outside of the value is never the largest.
 *
 * @param over the dims that the largest is searched over: those of a window
 * @param read the elements that are compared
 * @param along the dims of the value along which labels count, the last the fastest
 */
public record PlaceOfMaximum(Shape shape, List<Dim> over, Factor read, List<Dim> along) implements Op {

    public PlaceOfMaximum {
        over = List.copyOf(over);
        along = List.copyOf(along);
    }

    @Override
    public List<Value> operands() {
        return List.of(read.value());
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new PlaceOfMaximum(shape, over, new Factor(replacement.apply(read.value()), read.places()), along);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.placeOfMaximum(this);
    }

    /** {@code max over r, s of image[n][h + r][w + s][c]}: what stands there. */
    public String ofMaximum() {
        IndexNames names = new IndexNames(shape.dims());
        String searched = over.stream().map(names::of).collect(Collectors.joining(", "));
        return "max over " + searched + " of " + read.toString(names::of);
    }

    @Override
    public String toString() {
        return "place of the " + ofMaximum();
    }
}
