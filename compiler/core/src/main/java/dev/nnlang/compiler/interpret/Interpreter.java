package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Computes every value of a graph, one node after the other. */
public final class Interpreter implements Op.Visitor<double[]> {

    private final int rows;
    private final Map<Value, Tensor> tensors;

    private Interpreter(int rows, Map<Value, Tensor> given) {
        this.rows = rows;
        this.tensors = new HashMap<>(given);
    }

    /**
     * Runs a graph on a batch.
     *
     * @param given the values of all feeds and weights
     * @return all values, the given ones too
     */
    public static Map<Value, Tensor> run(Graph graph, int rows, Map<Value, Tensor> given) {
        Interpreter interpreter = new Interpreter(rows, given);
        for (Node node : graph.nodes()) {
            if (!given.containsKey(node.value())) {
                double[] values = node.op().accept(interpreter);
                interpreter.tensors.put(node.value(), new Tensor(node.value().shape(), rows, values));
            }
        }
        return interpreter.tensors;
    }

    @Override
    public double[] feed(Feed op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    @Override
    public double[] weight(Weight op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    @Override
    public double[] literal(Literal op) {
        return op.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double[] statistic(Statistic op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    /** Whoever runs the graph knows the seed and the step. */
    @Override
    public double[] noise(Noise op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    @Override
    public double[] matMul(MatMul op) {
        Matrix left = matrix(op.left(), op.transposeLeft());
        Matrix right = matrix(op.right(), op.transposeRight());
        double[] product = new double[left.height * right.width];
        for (int i = 0; i < left.height; i++) {
            for (int j = 0; j < right.width; j++) {
                double sum = 0;
                for (int k = 0; k < left.width; k++) {
                    sum += left.at(i, k) * right.at(k, j);
                }
                product[i * right.width + j] = sum;
            }
        }
        return product;
    }

    @Override
    public double[] mapElements(MapElements op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Map<String, Double> bindings = new HashMap<>();
        bindings.put(MapElements.ROWS, (double) rows);
        for (int i = 0; i < result.length; i++) {
            for (Value operand : op.operands()) {
                Tensor tensor = tensors.get(operand);
                bindings.put(operand.name(), tensor.values()[tensor.project(i, op.shape())]);
            }
            result[i] = Evaluator.evaluate(op.formula(), bindings);
        }
        return result;
    }

    @Override
    public double[] sumTo(SumTo op) {
        Tensor sum = Tensor.zeros(op.shape(), rows);
        Tensor argument = tensors.get(op.argument());
        for (int i = 0; i < argument.values().length; i++) {
            sum.values()[sum.project(i, argument.shape())] += argument.values()[i];
        }
        return sum.values();
    }

    @Override
    public double[] maxTo(MaxTo op) {
        Tensor largest = Tensor.zeros(op.shape(), rows);
        Arrays.fill(largest.values(), Double.NEGATIVE_INFINITY);
        Tensor argument = tensors.get(op.argument());
        for (int i = 0; i < argument.values().length; i++) {
            int to = largest.project(i, argument.shape());
            largest.values()[to] = Math.max(largest.values()[to], argument.values()[i]);
        }
        return largest.values();
    }

    @Override
    public double[] softmax(Softmax op) {
        double[] result = tensors.get(op.argument()).values().clone();
        int classes = op.shape().last();
        for (int start = 0; start < result.length; start += classes) {
            double logSum = logSumExp(result, start, classes);
            for (int k = start; k < start + classes; k++) {
                result[k] = Math.exp(result[k] - logSum);
            }
        }
        return result;
    }

    @Override
    public double[] crossEntropy(CrossEntropy op) {
        double[] logits = tensors.get(op.logits()).values();
        double[] labels = tensors.get(op.labels()).values();
        int classes = op.logits().shape().last();
        double[] losses = new double[labels.length];
        for (int n = 0; n < labels.length; n++) {
            losses[n] = logSumExp(logits, n * classes, classes) - logits[n * classes + (int) labels[n]];
        }
        return losses;
    }

    @Override
    public double[] select(Select op) {
        double[] argument = tensors.get(op.argument()).values();
        double[] labels = tensors.get(op.labels()).values();
        int stride = op.argument().shape().perRow() ? op.argument().shape().last() : 0;
        double[] result = new double[labels.length];
        for (int n = 0; n < labels.length; n++) {
            result[n] = argument[n * stride + (int) labels[n]];
        }
        return result;
    }

    @Override
    public double[] oneHot(OneHot op) {
        double[] labels = tensors.get(op.labels()).values();
        double[] result = new double[labels.length * op.classes()];
        for (int n = 0; n < labels.length; n++) {
            result[n * op.classes() + (int) labels[n]] = 1;
        }
        return result;
    }

    @Override
    public double[] lookup(Lookup op) {
        double[] labels = values(op.labels());
        int size = op.shape().last();
        double[] result = new double[labels.length * size];
        for (int i = 0; i < result.length; i++) {
            result[i] = values(op.table())[(int) labels[i / size] * size + i % size];
        }
        return result;
    }

    @Override
    public double[] lookupGradient(LookupGradient op) {
        double[] d = values(op.d());
        int size = op.shape().last();
        double[] result = new double[op.shape().size()];
        for (int i = 0; i < d.length; i++) {
            result[(int) values(op.labels())[i / size] * size + i % size] += d[i];
        }
        return result;
    }

    @Override
    public double[] reshape(Reshape op) {
        return tensors.get(op.argument()).values();
    }

    @Override
    public double[] convolution(Convolution op) {
        return new Convolving(op.image().shape(), op.weight().shape(), op.window(), rows)
                .value(values(op.image()), values(op.weight()));
    }

    @Override
    public double[] convolutionImageGradient(ConvolutionImageGradient op) {
        return new Convolving(op.shape(), op.weight().shape(), op.window(), rows)
                .imageGradient(values(op.d()), values(op.weight()));
    }

    @Override
    public double[] convolutionWeightGradient(ConvolutionWeightGradient op) {
        return new Convolving(op.image().shape(), op.shape(), op.window(), rows)
                .weightGradient(values(op.image()), values(op.d()));
    }

    @Override
    public double[] maxPool(MaxPool op) {
        return new Pooling(op.image().shape(), op.window(), rows).largest(values(op.image()));
    }

    @Override
    public double[] maxPoolGradient(MaxPoolGradient op) {
        return new Pooling(op.image().shape(), op.window(), rows)
                .toLargest(values(op.d()), values(op.image()), values(op.largest()));
    }

    @Override
    public double[] sumPool(SumPool op) {
        return new Pooling(op.image().shape(), op.window(), rows).sums(values(op.image()));
    }

    @Override
    public double[] sumPoolGradient(SumPoolGradient op) {
        return new Pooling(op.shape(), op.window(), rows).toAll(values(op.d()));
    }

    @Override
    public double[] slice(Slice op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        int whole = op.argument().shape().last();
        for (int i = 0; i < result.length; i++) {
            result[i] = values(op.argument())[i / op.size() * whole + op.from() + i % op.size()];
        }
        return result;
    }

    @Override
    public double[] concat(Concat op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        int whole = op.shape().last();
        int from = 0;
        for (Value part : op.parts()) {
            int size = part.shape().last();
            double[] values = values(part);
            for (int i = 0; i < values.length; i++) {
                result[i / size * whole + from + i % size] = values[i];
            }
            from += size;
        }
        return result;
    }

    @Override
    public double[] pad(Pad op) {
        double[] image = values(op.image());
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Framed framed = new Framed(op.image().shape(), op.margins());
        for (int i = 0; i < image.length; i++) {
            result[framed.position(i)] = image[i];
        }
        return result;
    }

    @Override
    public double[] crop(Crop op) {
        double[] image = values(op.image());
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Framed framed = new Framed(op.shape(), op.margins());
        for (int i = 0; i < result.length; i++) {
            result[i] = image[framed.position(i)];
        }
        return result;
    }

    private double[] values(Value value) {
        return tensors.get(value).values();
    }

    private static double logSumExp(double[] values, int start, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = start; k < start + count; k++) {
            largest = Math.max(largest, values[k]);
        }
        double sum = 0;
        for (int k = start; k < start + count; k++) {
            sum += Math.exp(values[k] - largest);
        }
        return largest + Math.log(sum);
    }

    private Matrix matrix(Value value, boolean transposed) {
        Shape shape = value.shape();
        int height = shape.perRow() ? rows : shape.dims().get(0);
        double[] values = tensors.get(value).values();
        return transposed
                ? new Matrix(values, shape.last(), height, 1, shape.last())
                : new Matrix(values, height, shape.last(), shape.last(), 1);
    }

    private record Matrix(double[] values, int height, int width, int rowStride, int columnStride) {
        double at(int row, int column) {
            return values[row * rowStride + column * columnStride];
        }
    }
}
