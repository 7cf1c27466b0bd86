package dev.nnlang.compiler.autodiff;

import static dev.nnlang.compiler.formula.Formula.constant;
import static dev.nnlang.compiler.formula.Formula.variable;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.graph.Graph;
import dev.nnlang.compiler.graph.GraphBuilder;
import dev.nnlang.compiler.graph.NetworkGraph;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a network's graph the gradients of its loss (Griewank and Walther, "Evaluating Derivatives", 2008, chapter 3: the reverse mode).
 * Walks from the loss towards the inputs; each op's {@link GradientRules rule} says what its operands get.
 */
public final class Differentiation {

    private final Graph graph;
    private final Map<Value, Node> producers;
    private final GraphBuilder builder;
    /** What depends on a wanted value. */
    private final Set<Value> dependent;

    private final Map<Value, List<Value>> contributions = new LinkedHashMap<>();
    /** How often each value is read on the way to the loss. */
    private final Map<Value, Integer> readers = new HashMap<>();

    private Differentiation(Graph graph, Value loss, Set<Value> wanted) {
        this.graph = graph;
        this.producers = graph.producers();
        this.builder = new GraphBuilder(graph);
        this.dependent = dependents(graph, wanted);
        countReaders(loss);
    }

    /** The network with the gradient of every weight and, if {@code inputGradients}, of every input of real numbers. */
    public static NetworkGraph differentiate(NetworkGraph network, boolean inputGradients) {
        NetworkGraph.Objective objective = network.training().orElseThrow();
        List<Value> wanted = new ArrayList<>(network.weights());
        if (inputGradients) {
            network.inputs().stream()
                    .filter(input -> input.element() == Value.Element.REAL)
                    .forEach(wanted::add);
        }
        Differentiation run = new Differentiation(network.graph(), objective.loss(), new HashSet<>(wanted));
        Map<Value, Value> gradients = run.run(objective.loss());
        List<Value> found = wanted.stream()
                .map(value -> run.widened(
                        gradients.get(value),
                        value.shape(),
                        run.producers.get(value).origin().backwards()))
                .toList();
        List<Value> outputs = new ArrayList<>(network.graph().outputs());
        outputs.addAll(found);
        return new NetworkGraph(
                run.builder.build(outputs),
                network.inputs(),
                network.weights(),
                network.statistics(),
                network.outputs(),
                Optional.of(objective.withGradients(found)));
    }

    private Map<Value, Value> run(Value loss) {
        Map<Value, Value> gradients = new HashMap<>();
        List<Node> nodes = graph.nodes();
        Origin lossOrigin = producers.get(loss).origin().backwards();
        contributions.put(loss, List.of(builder.map("one", constant(1), List.of(), Shape.scalar(), lossOrigin)));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            List<Value> parts = contributions.get(node.value());
            if (parts != null) {
                Value gradient = sum(node, parts);
                gradients.put(node.value(), gradient);
                node.op().accept(new GradientRules(node, gradient, this));
            }
        }
        return gradients;
    }

    /** Whether the gradient of {@code value} is needed. */
    boolean needs(Value value) {
        return dependent.contains(value);
    }

    GraphBuilder builder() {
        return builder;
    }

    /** A gradient that is the same for many elements, written out for each. */
    Value widened(Value gradient, Shape shape, Origin origin) {
        return gradient.shape().equals(shape)
                ? gradient
                : builder.map(gradient.name(), variable(gradient.name()), List.of(gradient), shape, origin);
    }

    /** Notes that {@code operand} gets {@code gradient} from one of the ops that read it. */
    void contribute(Value operand, Value gradient) {
        contributions.computeIfAbsent(operand, key -> new ArrayList<>()).add(gradient);
    }

    /** The name of what {@code value} gets from one op: {@code dTanh1}, or {@code dTanh1Part2} of several. */
    String contributionName(Value value) {
        List<Value> earlier = contributions.getOrDefault(value, List.of());
        boolean alone = readers.get(value) == 1;
        return alone ? gradientName(value) : gradientName(value) + "Part" + (earlier.size() + 1);
    }

    private static String gradientName(Value value) {
        return "d" + Character.toUpperCase(value.name().charAt(0))
                + value.name().substring(1);
    }

    private void countReaders(Value loss) {
        readers.put(loss, 1);
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            // No gradient flows through labels.
            if (readers.containsKey(node.value()) && node.value().element() == Value.Element.REAL) {
                node.op().operands().forEach(operand -> readers.merge(operand, 1, Integer::sum));
            }
        }
    }

    /** A value that several ops read gets the sum of what they say. */
    private Value sum(Node node, List<Value> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Formula total = parts.stream()
                .map(part -> variable(part.name()))
                .reduce(Formulas::add)
                .orElseThrow();
        Value value = node.value();
        return builder.map(
                gradientName(value), total, parts, value.shape(), node.origin().backwards());
    }

    private static Set<Value> dependents(Graph graph, Set<Value> wanted) {
        Set<Value> dependent = new HashSet<>(wanted);
        for (Node node : graph.nodes()) {
            if (node.op().operands().stream().anyMatch(dependent::contains)) {
                dependent.add(node.value());
            }
        }
        return dependent;
    }
}
