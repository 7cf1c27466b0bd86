package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A matrix product of the three kinds that a dense layer and its gradients need. Each side is a matrix: the rows of the batch by one dim, or
 * two dims.
 *
 * @param left [n][k], or [k][n] with {@code transposeLeft}
 * @param right [k][j], or [j][k] with {@code transposeRight}
 */
public record MatMul(Value left, boolean transposeLeft, Value right, boolean transposeRight) implements Op {

    /** The length of the sum: a dim, or 0 for the rows of the batch. */
    private static int side(Value matrix, boolean second) {
        Shape shape = matrix.shape();
        if (shape.rank() + (shape.perRow() ? 1 : 0) != 2) {
            throw new IllegalArgumentException(matrix + " is no matrix");
        }
        if (shape.perRow()) {
            return second ? shape.last() : 0;
        }
        return shape.dims().get(second ? 1 : 0);
    }

    public MatMul {
        if (side(left, !transposeLeft) != side(right, transposeRight)) {
            throw new IllegalArgumentException("a product of " + left + " and " + right + " that do not fit");
        }
    }

    @Override
    public List<Value> operands() {
        return List.of(left, right);
    }

    @Override
    public Shape shape() {
        int height = side(left, transposeLeft);
        int width = side(right, !transposeRight);
        return height == 0 ? Shape.perRow(width) : Shape.of(height, width);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new MatMul(replacement.apply(left), transposeLeft, replacement.apply(right), transposeRight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.matMul(this);
    }

    @Override
    public String toString() {
        return left.name() + (transposeLeft ? "^T" : "") + " · " + right.name() + (transposeRight ? "^T" : "");
    }
}
