package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.model.Layer;
import java.util.List;

/** The trained constant that is added to each unit or filter. */
final class Bias {

    private Bias() {}

    /** The layer's value: {@code product}, with a bias for each element of the last dim if {@code wanted}. */
    static Value add(GraphBuilder builder, Layer layer, Op product, boolean wanted) {
        if (!wanted) {
            return builder.add(layer.name(), product, LayerRules.origin(layer));
        }
        Shape units = Shape.of(product.shape().last());
        InitialValues zeros = InitialValues.constant(0, "zeros");
        Value bias = LayerRules.weight(builder, layer, "bias", () -> units, zeros);
        Value sum = builder.add(layer.name() + "Product", product, LayerRules.origin(layer));
        return builder.map(
                layer.name(),
                Formulas.add(variable(sum.name()), variable(bias.name())),
                List.of(sum, bias),
                sum.shape(),
                LayerRules.origin(layer));
    }
}
