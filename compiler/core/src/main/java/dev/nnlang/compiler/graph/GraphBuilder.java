package dev.nnlang.compiler.graph;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Grows a graph, node by node. */
public final class GraphBuilder {

    /** Names that formulas, generated loops and the fields of a trainer have for themselves. */
    private static final Pattern RESERVED = Pattern.compile(
            "rows|rate|stepRate|rootShare|kept|clip|step|steps|seed|noise|batch|row|member|[nijkhwcfrspd]\\d*(From|To|End|First)?"
                    + "|(left|from|sum|given)\\d*|to|width|columns|last|fits|first|right|panel|group|endGroup|base|sums|stride|terms"
                    + "|strips?|endStrip|patches|together|apart|element|room|at|scratch|rest|sought|model|template|\\w*(At\\d*|Lanes|Panels|Last)");

    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Value> weights = new HashMap<>();
    private int nextId;

    public GraphBuilder() {}

    /** Goes on where {@code graph} ends. */
    public GraphBuilder(Graph graph) {
        for (Node node : graph.nodes()) {
            nodes.add(node);
            names.add(node.value().name());
            nextId = Math.max(nextId, node.value().id() + 1);
        }
    }

    /** Starts empty, to take over nodes of {@code graph} one by one with new ones between them. */
    public static GraphBuilder rebuilding(Graph graph) {
        GraphBuilder builder = new GraphBuilder(graph);
        builder.nodes.clear();
        return builder;
    }

    /** Takes over a node, with {@code op} for the op that it had. */
    public void keep(Node node, Op op) {
        nodes.add(new Node(node.value(), op, node.origin(), node.absorbed()));
    }

    /** Adds an op; its value gets {@code name}, with a number behind it if that is taken. */
    public Value add(String name, Op op, Origin origin) {
        return add(name, op, Value.Element.REAL, origin);
    }

    /** Adds an op whose value holds {@code element}s. */
    public Value add(String name, Op op, Value.Element element, Origin origin) {
        Value value = new Value(nextId++, unique(name), op.shape(), element);
        nodes.add(new Node(value, op, origin));
        if (op instanceof Weight weight) {
            weights.put(weight.name(), value);
        }
        return value;
    }

    /** The weight that was added under {@code name}: {@code dense1.weight}. */
    public Optional<Value> weight(String name) {
        return Optional.ofNullable(weights.get(name));
    }

    /** Adds a formula over the values that have its variables' names. */
    public Value map(String name, Formula formula, List<Value> operands, Shape shape, Origin origin) {
        return add(name, MapElements.of(formula, operands, shape), origin);
    }

    public Graph build(List<Value> outputs) {
        return new Graph(nodes, outputs);
    }

    /** Values are variables of Java: they begin in lower case, so that none can be taken for a constant or a class. */
    private String unique(String name) {
        String variable = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        String candidate = variable;
        for (int i = 2; isReserved(candidate) || !names.add(candidate); i++) {
            candidate = variable + "_" + i;
        }
        return candidate;
    }

    private static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches() || SourceVersion.isKeyword(name);
    }
}
