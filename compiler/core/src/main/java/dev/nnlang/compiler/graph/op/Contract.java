package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.IndexNames;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sum of products: {@code y[i]… = sum over k… of the product of all factors}, each read at places that depend on the indices of the result and
 * of the sum. A dense layer is one, and so is a convolution, whose image is read at {@code h * stride + r - padding}; with a dim that both
 * factors and the result have, so is a convolution of groups or of single channels; with one factor, so is the sum of each window. What lies
 * outside of a factor counts as 0.
 *
 * @param shape of the result
 * @param over the dims that are summed over; none of them is a dim of the result
 * @param factors one or two
 */
public record Contract(Shape shape, List<Dim> over, List<Factor> factors) implements Op {

    public Contract {
        over = List.copyOf(over);
        factors = List.copyOf(factors);
        Set<Dim> indices = new HashSet<>(shape.dims());
        indices.addAll(over);
        boolean known = factors.stream()
                .flatMap(factor -> factor.places().stream())
                .flatMap(Affine::dims)
                .allMatch(indices::contains);
        if (!known || indices.size() < shape.dims().size() + over.size()) {
            throw new IllegalArgumentException("a sum to " + shape + " over " + over + " of " + factors);
        }
    }

    /** {@code y[n][j] = sum over k of x[n][k] * weight[k][j]}: over the dims that both have, to all others. */
    public static Contract product(Value left, Value right) {
        List<Dim> over = left.shape().dims().stream()
                .filter(right.shape().dims()::contains)
                .toList();
        return product(left, right, over);
    }

    /** The same over some of the dims that both have. */
    public static Contract product(Value left, Value right, List<Dim> over) {
        List<Dim> result = new ArrayList<>(left.shape().dims());
        right.shape().dims().stream().filter(dim -> !result.contains(dim)).forEach(result::add);
        result.removeAll(over);
        return new Contract(new Shape(result), over, List.of(Factor.of(left), Factor.of(right)));
    }

    /** Whether it is the product of two matrices, either of which may be transposed. */
    public boolean isMatrixProduct() {
        return shape.dims().size() == 2
                && over.size() == 1
                && factors.size() == 2
                && factors.stream()
                        .allMatch(factor -> factor.isPlain() && factor.places().size() == 2);
    }

    /** Whether a factor of a product of matrices is transposed: the left one if it is summed over its first dim, the right one otherwise. */
    public boolean isTransposed(int factor) {
        return factors.get(factor).value().shape().dims().get(factor).equals(over.get(0));
    }

    @Override
    public List<Value> operands() {
        return factors.stream().map(Factor::value).distinct().toList();
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Contract(
                shape,
                over,
                factors.stream()
                        .map(factor -> new Factor(replacement.apply(factor.value()), factor.places()))
                        .toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.contract(this);
    }

    /** {@code x · weight}; otherwise {@code sum over r, s, c of image[n][h + r][w + s][c] * weight[r][s][c][f]}. */
    @Override
    public String toString() {
        if (isMatrixProduct()) {
            return IntStream.range(0, 2)
                    .mapToObj(i -> factors.get(i).value().name() + (isTransposed(i) ? "^T" : ""))
                    .collect(Collectors.joining(" · "));
        }
        IndexNames names = new IndexNames(shape.dims());
        String summed = over.stream().map(names::of).collect(Collectors.joining(", "));
        return (over.isEmpty() ? "" : "sum over " + summed + " of ")
                + factors.stream().map(factor -> factor.toString(names::of)).collect(Collectors.joining(" * "));
    }
}
