package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.max;
import static dev.nnlang.compiler.formula.Formulas.min;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.sign;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Training;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An optimizer with what holds gradients and weights back. First the loss's gradient is clipped, then the slope of the penalty is added, which is
 * never clipped; then the optimizer's rule is followed; at last weights that have grown too long are shortened.
 */
final class Restraints {

    private static final Formula W = variable(UpdateRule.WEIGHT);
    private static final Formula G = variable(UpdateRule.GRADIENT);
    private static final Formula CLIP = variable("clip");

    private Restraints() {}

    static Optimizer optimizer(Training training) {
        Invocation optimizer = training.optimizer();
        Map<String, Formula> perStep = new LinkedHashMap<>();
        Formula gradient = training.clip().map(clip -> clipped(clip, perStep)).orElse(G);
        perStep.putAll(OptimizerRules.perStep(optimizer));
        UpdateRule others = rule(optimizer, optimizer.name(), gradient);
        Optional<Invocation> penalty = training.regularizers().stream()
                .filter(each -> !each.name().equals("max_norm"))
                .findFirst();
        UpdateRule kernels = penalty.map(each -> rule(optimizer, named(optimizer, each), penalized(gradient, each)))
                .orElse(others);
        return new Optimizer(optimizer.name(), optimizer.span(), perStep, kernels, others, longest(training));
    }

    private static UpdateRule rule(Invocation optimizer, String name, Formula direction) {
        Formula followed = direction.equals(G) ? G : variable(UpdateRule.DIRECTION);
        return new UpdateRule(name, direction, OptimizerRules.assignments(optimizer, followed));
    }

    /** {@code sgdL2}. */
    private static String named(Invocation optimizer, Invocation penalty) {
        return optimizer.name()
                + Character.toUpperCase(penalty.name().charAt(0))
                + penalty.name().substring(1);
    }

    /**
     * Shortened as a whole to the limit, so that its direction stays (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
     * networks", 2013); or each element cut.
     */
    private static Formula clipped(Invocation clip, Map<String, Formula> perStep) {
        Formula limit = constant(clip.real("limit"));
        if (clip.name().equals("value")) {
            return max(constant(-clip.real("limit")), min(limit, G));
        }
        perStep.put("clip", min(constant(1), divide(limit, variable(Optimizer.GRADIENT_NORM))));
        return multiply(CLIP, G);
    }

    /** The slope of {@code l1 |w|} is {@code l1 sign(w)}, that of {@code l2 w^2 / 2} is {@code l2 w}. */
    private static Formula penalized(Formula gradient, Invocation penalty) {
        return switch (penalty.name()) {
            case "l1" -> add(gradient, slope(penalty, "strength", sign(W)));
            case "l2" -> add(gradient, slope(penalty, "strength", W));
            case "elastic" -> add(add(gradient, slope(penalty, "l1", sign(W))), slope(penalty, "l2", W));
            default -> throw new IllegalStateException("no penalty " + penalty.name());
        };
    }

    private static Formula slope(Invocation penalty, String strength, Formula of) {
        return multiply(penalty.real(strength), of);
    }

    private static OptionalDouble longest(Training training) {
        return training.regularizers().stream()
                .filter(each -> each.name().equals("max_norm"))
                .mapToDouble(each -> each.real("limit"))
                .findFirst();
    }
}
