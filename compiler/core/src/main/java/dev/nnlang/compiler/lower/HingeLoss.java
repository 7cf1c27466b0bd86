package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.choose;
import static dev.nnlang.compiler.formula.Formulas.equal;
import static dev.nnlang.compiler.formula.Formulas.max;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Reduce;
import java.util.List;

/**
 * The multi-class hinge of Weston and Watkins ("Support vector machines for multi-class pattern recognition", 1999), as Stanford's CS231n teaches it:
 * {@code sum over wrong classes j of max(0, x_j - x_right + 1)}.
 */
record HingeLoss(GraphBuilder builder, Origin origin) {

    /**
     * The loss of each row.
     *
     * @param scores [n][classes]
     * @param exponent 1, or 2 for the squared hinge
     */
    Value lower(Value scores, Value labels, int exponent) {
        Shape shape = scores.shape();
        Value right = builder.add("right", Gather.of(scores, labels, shape.last()), origin);
        Value truth = builder.add("truth", new OneHot(labels, shape.last()), origin);
        Formula beyond = add(subtract(variable(scores.name()), variable(right.name())), constant(1));
        Value margin = builder.map("margin", beyond, List.of(scores, right), shape, origin);
        Formula above = max(variable(margin.name()), constant(0));
        Value violation = builder.map("violation", above, List.of(margin), shape, origin);
        Formula raised = exponent == 1 ? variable(violation.name()) : power(variable(violation.name()), exponent);
        Formula ofWrong = choose(equal(variable(truth.name()), constant(1)), constant(0), raised);
        Value penalty = builder.map("penalty", ofWrong, List.of(violation, truth), shape, origin);
        return builder.add(origin.layer() + "OfRow", Reduce.sum(penalty, Shape.onePerRow()), origin);
    }
}
