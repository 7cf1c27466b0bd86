package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.Node;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

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
    public double[] input(Input op) {
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
    public double[] runningStatistic(RunningStatistic op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    /** Whoever runs the graph knows the seed and the step. */
    @Override
    public double[] noise(Noise op) {
        throw new IllegalArgumentException("no values for " + op);
    }

    @Override
    public double[] contract(Contract op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Indices all = new Indices(op.shape().dims(), op.over(), rows);
        List<Indices.Reader> readers = op.factors().stream().map(all::reader).toList();
        List<double[]> factors =
                op.factors().stream().map(factor -> values(factor.value())).toList();
        all.forEach(position -> {
            double product = 1;
            for (int i = 0; i < factors.size() && product != 0; i++) {
                int place = readers.get(i).position();
                product *= place < 0 ? 0 : factors.get(i)[place];
            }
            result[position] += product;
        });
        return result;
    }

    @Override
    public double[] mapElements(MapElements op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Map<String, Double> bindings = new HashMap<>();
        bindings.put(MapElements.ROWS, (double) rows);
        Map<Value, int[]> projections = new HashMap<>();
        op.operands().forEach(operand -> projections.put(operand, projection(operand.shape(), op.shape())));
        for (int i = 0; i < result.length; i++) {
            for (Value operand : op.operands()) {
                Tensor tensor = tensors.get(operand);
                bindings.put(operand.name(), tensor.values()[projections.get(operand)[i]]);
            }
            result[i] = Evaluator.evaluate(op.formula(), bindings);
        }
        return result;
    }

    @Override
    public double[] reduce(Reduce op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Arrays.fill(result, op.isSum() ? 0 : Double.NEGATIVE_INFINITY);
        double[] argument = values(op.argument());
        int[] to = projection(op.shape(), op.argument().shape());
        for (int i = 0; i < argument.length; i++) {
            result[to[i]] = op.isSum() ? result[to[i]] + argument[i] : Math.max(result[to[i]], argument[i]);
        }
        return result;
    }

    /** For each element of {@code wider} the position of the element of {@code shape} with the same indices. */
    private int[] projection(Shape shape, Shape wider) {
        int[] positions = new int[Tensor.count(wider, rows)];
        Indices all = new Indices(wider.dims(), List.of(), rows);
        Indices.Reader reader = all.reader(shape);
        all.forEach(position -> positions[position] = reader.position());
        return positions;
    }

    @Override
    public double[] softmax(Softmax op) {
        double[] result = tensors.get(op.argument()).values().clone();
        int classes = op.shape().last().size();
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
        int classes = op.logits().shape().last().size();
        double[] losses = new double[labels.length];
        for (int n = 0; n < labels.length; n++) {
            losses[n] = logSumExp(logits, n * classes, classes) - logits[n * classes + (int) labels[n]];
        }
        return losses;
    }

    @Override
    public double[] oneHot(OneHot op) {
        double[] labels = tensors.get(op.labels()).values();
        int classes = op.classes().size();
        double[] result = new double[labels.length * classes];
        for (int n = 0; n < labels.length; n++) {
            result[n * classes + (int) labels[n]] = 1;
        }
        return result;
    }

    @Override
    public double[] gather(Gather op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        double[] table = values(op.table());
        Indices all = new Indices(op.shape().dims(), List.of(), rows);
        IntUnaryOperator inTable = inTable(all, op.table().shape(), op.labels(), op.along());
        all.forEach(i -> result[i] = table[inTable.applyAsInt(i)]);
        return result;
    }

    @Override
    public double[] scatter(Scatter op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        double[] d = values(op.d());
        Indices all = new Indices(op.d().shape().dims(), List.of(), rows);
        IntUnaryOperator inTable = inTable(all, op.shape(), op.labels(), op.along());
        all.forEach(i -> result[inTable.applyAsInt(i)] += d[i]);
        return result;
    }

    /** The position in a table that the label at hand leads to. */
    private IntUnaryOperator inTable(Indices all, Shape table, Value labels, List<Dim> along) {
        double[] values = values(labels);
        Indices.Reader label = all.reader(labels.shape());
        return i -> all.position(table.dims(), along, (int) values[label.position()]);
    }

    @Override
    public double[] placeOfMaximum(PlaceOfMaximum op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        double[] largest = new double[result.length];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        double[] values = values(op.read().value());
        Indices all = new Indices(op.shape().dims(), op.over(), rows);
        Indices.Reader element = all.reader(op.read());
        all.forEach(i -> {
            int at = element.position();
            if (at >= 0 && values[at] > largest[i]) {
                largest[i] = values[at];
                result[i] = element.label(op.along());
            }
        });
        return result;
    }

    @Override
    public double[] reshape(Reshape op) {
        return tensors.get(op.argument()).values();
    }

    @Override
    public double[] concat(Concat op) {
        double[] result = new double[Tensor.count(op.shape(), rows)];
        int whole = op.shape().last().size();
        int from = 0;
        for (Value part : op.parts()) {
            int size = part.shape().last().size();
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
        double[] argument = values(op.argument());
        double[] result = new double[Tensor.count(op.shape(), rows)];
        Indices all = new Indices(op.shape().dims(), List.of(), rows);
        List<Affine> places = new ArrayList<>();
        for (int i = 0; i < op.before().size(); i++) {
            Affine.Term index = new Affine.Term(op.shape().dims().get(i), 1);
            places.add(new Affine(List.of(index), -op.before().get(i), 1));
        }
        Indices.Reader reader = all.reader(new Factor(op.argument(), places));
        all.forEach(i -> {
            int at = reader.position();
            result[i] = at < 0 ? 0 : argument[at];
        });
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
}
