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
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reduce;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.RunningStatistic;
import dev.nnlang.compiler.graph.op.Scatter;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.ArrayList;
import java.util.Collections;
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

    /** {@code y = sum of x}: every x gets d. Of a maximum, the first x that is it. */
    @Override
    public Void reduce(Reduce op) {
        Value x = op.argument();
        if (run.needs(x) && op.isSum()) {
            run.contribute(x, d);
        } else if (run.needs(x)) {
            Op place = new PlaceOfMaximum(op.shape(), op.over(), Factor.of(x), op.over());
            Value first = run.builder().add(y.name() + "Place", place, Value.Element.LABEL, origin);
            contribute(x, new Scatter(full(), first, op.over(), x.shape()));
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

    /** Each d goes to the element that was read; where no other goes there too, that is a product. */
    @Override
    public Void gather(Gather op) {
        if (!run.needs(op.table())) {
            return null;
        }
        if (op.isOneToOne()) {
            Value truth = run.builder()
                    .add("truth", new OneHot(op.labels(), op.along().get(0)), origin);
            contribute(op.table(), multiply(variable(truth.name()), variable(d.name())), List.of(truth, d));
        } else {
            contribute(
                    op.table(),
                    new Scatter(full(), op.labels(), op.along(), op.table().shape()));
        }
        return null;
    }

    /** What was added somewhere gets what that place gets. */
    @Override
    public Void scatter(Scatter op) {
        if (run.needs(op.d())) {
            contribute(
                    op.d(), new Gather(full(), op.labels(), op.along(), op.d().shape()));
        }
        return null;
    }

    /** A place moves in jumps, if at all. */
    @Override
    public Void placeOfMaximum(PlaceOfMaximum op) {
        return null;
    }

    /** Labels have no gradient. */
    @Override
    public Void oneHot(OneHot op) {
        return null;
    }

    @Override
    public Void reshape(Reshape op) {
        contribute(op.argument(), new Reshape(full(), op.argument().shape()));
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
                List<Integer> before =
                        new ArrayList<>(Collections.nCopies(part.shape().dims().size(), 0));
                before.set(before.size() - 1, -from);
                contribute(part, new Pad(full, before, part.shape()));
            }
            from += last.size();
        }
        return null;
    }

    /** Zeros are constant, and what is left out has no influence. */
    @Override
    public Void pad(Pad op) {
        contribute(op.argument(), op.back(full()));
        return null;
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
