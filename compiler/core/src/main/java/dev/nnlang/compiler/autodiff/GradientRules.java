package dev.nnlang.compiler.autodiff;

import static dev.nnlang.compiler.formula.Formula.variable;
import static dev.nnlang.compiler.formula.Formulas.multiply;
import static dev.nnlang.compiler.formula.Formulas.subtract;

import dev.nnlang.compiler.formula.Derivative;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.InTermsOfOutput;
import dev.nnlang.compiler.formula.Simplifier;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Convolution;
import dev.nnlang.compiler.graph.op.ConvolutionImageGradient;
import dev.nnlang.compiler.graph.op.ConvolutionWeightGradient;
import dev.nnlang.compiler.graph.op.Crop;
import dev.nnlang.compiler.graph.op.CrossEntropy;
import dev.nnlang.compiler.graph.op.Feed;
import dev.nnlang.compiler.graph.op.Literal;
import dev.nnlang.compiler.graph.op.Lookup;
import dev.nnlang.compiler.graph.op.LookupGradient;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.MatMul;
import dev.nnlang.compiler.graph.op.MaxPool;
import dev.nnlang.compiler.graph.op.MaxPoolGradient;
import dev.nnlang.compiler.graph.op.MaxTo;
import dev.nnlang.compiler.graph.op.Noise;
import dev.nnlang.compiler.graph.op.OneHot;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.Reshape;
import dev.nnlang.compiler.graph.op.Select;
import dev.nnlang.compiler.graph.op.Slice;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.graph.op.Statistic;
import dev.nnlang.compiler.graph.op.SumPool;
import dev.nnlang.compiler.graph.op.SumPoolGradient;
import dev.nnlang.compiler.graph.op.SumTo;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    public Void feed(Feed op) {
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
    public Void statistic(Statistic op) {
        return null;
    }

    @Override
    public Void noise(Noise op) {
        return null;
    }

    /** {@code y = A B}: {@code dA = d B^T}, {@code dB = A^T d}; with the transposes that the op has itself. */
    @Override
    public Void matMul(MatMul op) {
        Value left = op.left();
        Value right = op.right();
        Value full = full();
        if (run.needs(left)) {
            contribute(
                    left,
                    op.transposeLeft()
                            ? new MatMul(right, op.transposeRight(), full, true)
                            : new MatMul(full, false, right, !op.transposeRight()));
        }
        if (run.needs(right)) {
            contribute(
                    right,
                    op.transposeRight()
                            ? new MatMul(full, true, left, op.transposeLeft())
                            : new MatMul(left, !op.transposeLeft(), full, false));
        }
        return null;
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
            contribute(x, new SumTo(terms, x.shape()));
        }
    }

    private Value spread(String name, Formula product, MapElements op) {
        List<Value> readable = new ArrayList<>(op.operands());
        readable.add(y);
        readable.add(d);
        return run.builder().map(name, product, readable, op.shape(), origin);
    }

    /** {@code y = sum of x}: every x gets d. */
    @Override
    public Void sumTo(SumTo op) {
        if (run.needs(op.argument())) {
            run.contribute(op.argument(), d);
        }
        return null;
    }

    /** Softmax is expanded into a maximum, sums and formulas only after it has been differentiated as a whole. */
    @Override
    public Void maxTo(MaxTo op) {
        throw new IllegalStateException("a maximum is only made after differentiation");
    }

    /** {@code dx = (d - sum of d y) y}. */
    @Override
    public Void softmax(Softmax op) {
        Shape shape = op.shape();
        Formula dTimesY = multiply(variable(d.name()), variable(y.name()));
        Value product = run.builder().map(d.name() + "TimesY", dTimesY, List.of(d, y), shape, origin);
        Value sum = run.builder().add(product.name() + "Sum", new SumTo(product, Shape.onePerRow()), origin);
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
    public Void convolution(Convolution op) {
        Value full = full();
        if (run.needs(op.image())) {
            Shape shape = op.image().shape();
            contribute(op.image(), new ConvolutionImageGradient(full, op.weight(), op.window(), shape));
        }
        if (run.needs(op.weight())) {
            Shape shape = op.weight().shape();
            contribute(op.weight(), new ConvolutionWeightGradient(op.image(), full, op.window(), shape));
        }
        return null;
    }

    @Override
    public Void maxPool(MaxPool op) {
        contribute(op.image(), new MaxPoolGradient(full(), op.image(), y, op.window()));
        return null;
    }

    @Override
    public Void sumPool(SumPool op) {
        contribute(
                op.image(), new SumPoolGradient(full(), op.window(), op.image().shape()));
        return null;
    }

    /** Each part gets its elements of d. */
    @Override
    public Void concat(Concat op) {
        Value full = full();
        int from = 0;
        for (Value part : op.parts()) {
            int size = part.shape().last();
            if (run.needs(part)) {
                contribute(part, new Slice(full, from, size));
            }
            from += size;
        }
        return null;
    }

    /** The margins are constant. */
    @Override
    public Void pad(Pad op) {
        contribute(op.image(), new Crop(full(), op.margins()));
        return null;
    }

    /** What is cut away has no influence. */
    @Override
    public Void crop(Crop op) {
        contribute(op.image(), new Pad(full(), op.margins()));
        return null;
    }

    @Override
    public Void lookupGradient(LookupGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void convolutionImageGradient(ConvolutionImageGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void convolutionWeightGradient(ConvolutionWeightGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void maxPoolGradient(MaxPoolGradient op) {
        throw noSecondDerivative();
    }

    @Override
    public Void sumPoolGradient(SumPoolGradient op) {
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
