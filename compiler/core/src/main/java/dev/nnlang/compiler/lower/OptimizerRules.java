package dev.nnlang.compiler.lower;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.add;
import static dev.nnlang.compiler.formula.Formulas.divide;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.power;
import static dev.nnlang.compiler.formula.Formulas.sqrt;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.model.Invocation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each optimizer does to a weight {@code w} whose gradient is {@code g}, in the forms of PyTorch, which the figures of many papers come from. */
final class OptimizerRules {

    private static final Formula W = variable(UpdateRule.WEIGHT);
    private static final Formula RATE = variable(Optimizer.RATE);
    private static final Formula STEP = variable(Optimizer.STEP);
    private static final Formula VELOCITY = variable("velocity");
    private static final Formula MEAN = variable("mean");
    private static final Formula MEAN_SQUARE = variable("meanSquare");
    private static final Formula SUM_OF_SQUARES = variable("sumOfSquares");
    /** The rate of this step, without the bias of a mean that began at 0. */
    private static final Formula STEP_RATE = variable("stepRate");
    /** What the root of a mean square that began at 0 is too small by. */
    private static final Formula ROOT_SHARE = variable("rootShare");
    /** The part of a weight that is left when it decays. */
    private static final Formula KEPT = variable("kept");

    private OptimizerRules() {}

    /** The new value of each variable, in order, for the gradient {@code g}. */
    static Map<String, Formula> assignments(Invocation optimizer, Formula g) {
        return switch (optimizer.name()) {
            case "sgd" -> sgd(optimizer, g);
            case "adagrad" -> adagrad(optimizer, g);
            case "rmsprop" -> rmsprop(optimizer, g);
            case "adam", "adamw" -> adam(optimizer, g);
            default -> throw new IllegalStateException("no optimizer " + optimizer.name());
        };
    }

    /** Numbers that are the same for every weight: of Adam, the corrections of the two means, and what AdamW's decay leaves. */
    static Map<String, Formula> perStep(Invocation optimizer) {
        Map<String, Formula> numbers = new LinkedHashMap<>();
        if (optimizer.has("beta1")) {
            put(numbers, STEP_RATE, divide(RATE, subtract(constant(1), power(real(optimizer, "beta1"), STEP))));
            put(numbers, ROOT_SHARE, sqrt(subtract(constant(1), power(real(optimizer, "beta2"), STEP))));
        }
        if (optimizer.has("decay")) {
            put(numbers, KEPT, subtract(constant(1), multiply(RATE, real(optimizer, "decay"))));
        }
        return numbers;
    }

    /**
     * {@code velocity = momentum velocity + g; w = w - rate velocity}, without dampening; Nesterov's form looks ahead by one more momentum step
     * (Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013).
     */
    private static Map<String, Formula> sgd(Invocation sgd, Formula g) {
        Map<String, Formula> assignments = new LinkedHashMap<>();
        Formula direction = withMomentum(sgd, g, assignments);
        boolean nesterov = sgd.truth("nesterov");
        Formula ahead = nesterov ? add(g, multiply(real(sgd, "momentum"), VELOCITY)) : direction;
        put(assignments, W, subtract(W, multiply(RATE, ahead)));
        return assignments;
    }

    /** {@code w = w - rate g / (sqrt(sum of g^2) + epsilon)} (Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011). */
    private static Map<String, Formula> adagrad(Invocation adagrad, Formula g) {
        Map<String, Formula> assignments = new LinkedHashMap<>();
        put(assignments, SUM_OF_SQUARES, add(SUM_OF_SQUARES, power(g, 2)));
        put(assignments, W, subtract(W, divide(multiply(RATE, g), add(sqrt(SUM_OF_SQUARES), epsilon(adagrad)))));
        return assignments;
    }

    /**
     * {@code w = w - rate g / (sqrt(mean of g^2) + epsilon)}, where the mean forgets (Tieleman and Hinton, "Lecture 6.5: rmsprop", 2012); with
     * momentum the quotient is what the velocity gathers.
     */
    private static Map<String, Formula> rmsprop(Invocation rmsprop, Formula g) {
        Map<String, Formula> assignments = new LinkedHashMap<>();
        put(assignments, MEAN_SQUARE, mean(MEAN_SQUARE, rmsprop, "rho", power(g, 2)));
        Formula scaled = divide(g, add(sqrt(MEAN_SQUARE), epsilon(rmsprop)));
        put(assignments, W, subtract(W, multiply(RATE, withMomentum(rmsprop, scaled, assignments))));
        return assignments;
    }

    /**
     * {@code w = w - rate m / (sqrt(v) + epsilon)}, where m and v are means of g and of its square that forget, each divided by what is missing
     * because they began at 0 (Kingma and Ba, "Adam: a method for stochastic optimization", 2015). AdamW first takes a part off the weight itself
     * (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
     */
    private static Map<String, Formula> adam(Invocation adam, Formula g) {
        Map<String, Formula> assignments = new LinkedHashMap<>();
        put(assignments, MEAN, mean(MEAN, adam, "beta1", g));
        put(assignments, MEAN_SQUARE, mean(MEAN_SQUARE, adam, "beta2", power(g, 2)));
        Formula root = add(divide(sqrt(MEAN_SQUARE), ROOT_SHARE), epsilon(adam));
        Formula left = adam.has("decay") ? multiply(KEPT, W) : W;
        put(assignments, W, subtract(left, divide(multiply(STEP_RATE, MEAN), root)));
        return assignments;
    }

    /** What to follow: {@code step} itself, or the velocity that has gathered it. */
    private static Formula withMomentum(Invocation optimizer, Formula step, Map<String, Formula> assignments) {
        if (optimizer.real("momentum") == 0) {
            return step;
        }
        put(assignments, VELOCITY, add(multiply(real(optimizer, "momentum"), VELOCITY), step));
        return VELOCITY;
    }

    /** {@code mean = keep mean + (1 - keep) value}. */
    private static Formula mean(Formula mean, Invocation optimizer, String keep, Formula value) {
        double kept = optimizer.real(keep);
        double added = BigDecimal.ONE.subtract(BigDecimal.valueOf(kept)).doubleValue();
        return add(multiply(kept, mean), multiply(added, value));
    }

    private static Formula epsilon(Invocation optimizer) {
        return real(optimizer, "epsilon");
    }

    private static Formula real(Invocation optimizer, String parameter) {
        return constant(optimizer.real(parameter));
    }

    private static void put(Map<String, Formula> assignments, Formula variable, Formula value) {
        assignments.put(((Formula.Variable) variable).name(), value);
    }
}
