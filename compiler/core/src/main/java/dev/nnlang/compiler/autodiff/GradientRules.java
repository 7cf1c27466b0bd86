package dev.nnlang.compiler.autodiff;

import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.derive.Derivative;
import dev.nnlang.compiler.formula.derive.InTermsOfOutput;
import dev.nnlang.compiler.formula.simplify.Simplifier;
import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.Lookup;
import dev.nnlang.compiler.graph.op.LookupGradient;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.Slice;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each op passes on: given {@code d}, the gradient of the loss with respect to the op's value {@code y}, the gradients of its operands.
 * A gradient may be narrower than its value, where it is the same for all.
 */
final class GradientRules implements Op.Visitor<Void> {

    private final Value y;
    private final Origin origin;
    private final Value d;
    private final Differentiation run;

    GradientRules(Node node, Value d, Differentiation run) {
        this.y = node.value();
        this.origin = node.origin().backwards();
        this.d = d;
        this.run = run;
    }

    @Override
    public Void input(Input op) {
        return null;
    }

    @Override
    public Void weight(Weight op) {
        return null;
    }

    @Override
    public Void literal(Literal op) {
        return null;
    }

    @Override
    public Void runningStatistic(RunningStatistic op) {
        return null;
    }

    @Override
    public Void noise(Noise op) {
        return null;
    }

    /**
     * {@code y[i] = sum over k of a[p(i, k)] * b[q(i, k)]}: the element of a at p gets {@code d[i] * b[q(i, k)]} of each i and k that lead there.
     * So its gradient is again a sum of products, in which the indices that p is made of are the unknowns: each place of a is solved for one of
     * them, and the rest is summed over.
     */
    @Override
    public Void contract(Contract op) {
        for (int i = 0; i < op.factors().size(); i++) {
            Value operand = op.factors().get(i).value();
            if (run.needs(operand)) {
                contribute(operand, gradient(op, i));
            }
        }
        return null;
    }

    private Contract gradient(Contract op, int ofFactor) {
        Factor factor = op.factors().get(ofFactor);
        List<Dim> known = new ArrayList<>();
        Map<Dim, Affine> solved = new HashMap<>();
        for (int i = 0; i < factor.places().size(); i++) {
            Affine place = factor.places().get(i);
            if (place.isPlain() && place.reads(factor.dim(i))) {
                known.add(factor.dim(i));
            } else {
                Affine.Term unknown = place.onlyTermOf(op.shape().dims());
                solved.put(unknown.dim(), place.solvedFor(unknown, factor.dim(i)));
            }
        }
        List<Dim> over = Stream.concat(op.shape().dims().stream(), op.over().stream())
                .filter(dim -> !known.contains(dim) && !solved.containsKey(dim))
                .toList();
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < op.factors().size(); i++) {
            factors.add((i == ofFactor ? Factor.of(full()) : op.factors().get(i)).substitute(solved));
        }
        // The order of the sides stays that of the formula: {@code d · weight^T}, {@code x^T · d}.
        return new Contract(factor.value().shape(), over, factors);
    }

    /** {@code y = f(x, …)}: {@code dx = d f'(x)}, summed over what x was repeated for. */
    @Override
    public Void mapElements(MapElements op) {
        for (Value x : op.operands()) {
            if (run.needs(x)) {
                contributeProduct(x, slope(op, x), op);
            }
        }
        return null;
    }

    /** The derivative by {@code x}; by the op's own value where that will do, so that x need not be kept. */
    private Formula slope(MapElements op, Value x) {
        Optional<Formula> byOutput = op.operands().size() == 1
                ? InTermsOfOutput.derivative(op.formula(), x.name(), y.name())
                : Optional.empty();
        return byOutput.orElseGet(() -> Simplifier.simplify(Derivative.of(op.formula(), x.name())));
    }

    private void contributeProduct(Value x, Formula slope, MapElements op) {
        Formula product = Simplifier.simplify(multiply(variable(d.name()), slope));
        boolean unchanged = product.equals(variable(d.name()));
        if (x.shape().equals(op.shape())) {
            run.contribute(x, unchanged ? d : spread(run.contributionName(x), product, op));
        } else {
            Value terms = unchanged ? full() : spread(run.contributionName(x) + "Terms", product, op);
            contribute(x, Reduce.sum(terms, x.shape()));
        }
    }

    private Value spread(String name, Formula product, MapElements op) {
        List<Value> readable = new ArrayList<>(op.operands());
        readable.add(y);
        readable.add(d);
        return run.builder().map(name, product, readable, op.shape(), origin);
    }

    /** {@code y = sum of x}: every x gets d. A maximum is only made after softmax has been differentiated as a whole. */
    @Override
    public Void reduce(Reduce op) {
        if (!op.isSum()) {
            throw new IllegalStateException("a maximum is only made after differentiation");
        }
        if (run.needs(op.argument())) {
            run.contribute(op.argument(), d);
        }
        return null;
    }

    /** {@code dx = (d - sum of d y) y}. */
    @Override
    public Void softmax(Softmax op) {
        Shape shape = op.shape();
        Formula dTimesY = multiply(variable(d.name()), variable(y.name()));
        Value product = run.builder().map(d.name() + "TimesY", dTimesY, List.of(d, y), shape, origin);
        Value sum = run.builder().add(product.name() + "Sum", Reduce.sum(product, Shape.onePerRow()), origin);
        contribute(
                op.argument(),
                multiply(subtract(variable(d.name()), variable(sum.name())), variable(y.name())),
                List.of(d, sum, y));
        return null;
    }

    /** {@code dx = (softmax(x) - one_hot(label)) d}. */
    @Override
    public Void crossEntropy(CrossEntropy op) {
        Value probability = run.builder().add("probability", new Softmax(op.logits()), origin);
        Value truth = run.builder()
                .add("truth", new OneHot(op.labels(), op.logits().shape().last()), origin);
        contribute(
                op.logits(),
                multiply(subtract(variable(probability.name()), variable(truth.name())), variable(d.name())),
                List.of(probability, truth, d));
        return null;
    }

    /** The element that was chosen gets d, the others nothing. */
    @Override
    public Void select(Select op) {
        if (run.needs(op.argument())) {
            Value truth = run.builder()
                    .add("truth", new OneHot(op.labels(), op.argument().shape().last()), origin);
            contribute(op.argument(), multiply(variable(truth.name()), variable(d.name())), List.of(truth, d));
        }
        return null;
    }

    /** Labels have no gradient. */
    @Override
    public Void oneHot(OneHot op) {
        return null;
    }

    /** Each row's d goes to the line that the row looked up. */
    @Override
    public Void lookup(Lookup op) {
        if (run.needs(op.table())) {
            contribute(
                    op.table(),
                    new LookupGradient(full(), op.labels(), op.table().shape()));
        }
        return null;
    }

    @Override
    public Void reshape(Reshape op) {
        contribute(op.argument(), new Reshape(full(), op.argument().shape()));
        return null;
    }

    @Override
    public Void maxPool(MaxPool op) {
        contribute(op.image().value(), new MaxPoolGradient(full(), y, op));
        return null;
    }

    /** Each part gets its elements of d. */
    @Override
    public Void concat(Concat op) {
        Value full = full();
        int from = 0;
        for (Value part : op.parts()) {
            Dim last = part.shape().last();
            if (run.needs(part)) {
                contribute(part, new Slice(full, from, last));
            }
            from += last.size();
        }
        return null;
    }

    /** The margins are constant. */
    @Override
    public Void pad(Pad op) {
        contribute(op.image(), new Crop(full(), op.margins(), op.image().shape()));
        return null;
    }

    /** What is cut away has no influence. */
    @Override
    public Void crop(Crop op) {
        contribute(op.image(), new Pad(full(), op.margins(), op.image().shape()));
        return null;
    }

    @Override
    public Void lookupGradient(LookupGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void maxPoolGradient(MaxPoolGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void slice(Slice op) {
        throw noSecondDerivative();
    }

    /** Ops that only differentiation makes are never differentiated themselves. */
    private static IllegalStateException noSecondDerivative() {
        return new IllegalStateException("a second derivative");
    }

    private Value full() {
        return run.widened(d, y.shape(), origin);
    }

    private void contribute(Value operand, Op gradient) {
        run.contribute(operand, run.builder().add(run.contributionName(operand), gradient, origin));
    }

    private void contribute(Value operand, Formula gradient, List<Value> readable) {
        run.contribute(
                operand, run.builder().map(run.contributionName(operand), gradient, readable, operand.shape(), origin));
    }
}
