package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Simplifier;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.model.Invocation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each optimizer does to a weight. */
final class OptimizerRules {

    private static final Formula W = variable(UpdateRule.WEIGHT);
    private static final Formula G = variable(UpdateRule.GRADIENT);
    private static final Formula RATE = variable(UpdateRule.RATE);
    private static final String VELOCITY = "velocity";

    private OptimizerRules() {}

    static UpdateRule rule(Invocation optimizer) {
        if (!optimizer.name().equals("sgd")) {
            throw new IllegalStateException("no optimizer " + optimizer.name());
        }
        return new UpdateRule("sgd", optimizer.span(), sgd(optimizer));
    }

    /**
     * {@code velocity = momentum velocity + g; w = w - rate velocity}, as PyTorch's SGD without dampening; Nesterov's form looks ahead by one more
     * momentum step (Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013).
     */
    private static Map<String, Formula> sgd(Invocation sgd) {
        Map<String, Formula> assignments = new LinkedHashMap<>();
        double momentum = sgd.real("momentum");
        Formula direction = G;
        if (momentum != 0) {
            Formula velocity = variable(VELOCITY);
            assignments.put(VELOCITY, add(multiply(momentum, velocity), G));
            direction = sgd.truth("nesterov") ? add(G, multiply(constant(momentum), velocity)) : velocity;
        }
        assignments.put(UpdateRule.WEIGHT, Simplifier.simplify(subtract(W, multiply(RATE, direction))));
        return assignments;
    }
}
