package dev.nnlang.compiler.graph;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.op.Input;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Softmax;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A verifier that lets everything pass would prove nothing. */
class GraphVerifierTest {

    private static final Shape THREE = Shapes.perRow(3);
    private static final Origin ORIGIN = new Origin("layer", new Span(new SourceFile("a.nn", "a"), 0, 1));
    private static final Value X = value(0, "x", THREE);
    private static final Value Y = value(1, "y", THREE);
    private static final Node FEED = node(X, new Input(List.of("x"), THREE));
    private static final Node SOFTMAX = node(Y, new Softmax(X));

    @Test
    void acceptsWhatIsInOrder() {
        GraphVerifier.verify(new Graph(List.of(FEED, SOFTMAX), List.of(Y)));
    }

    @Test
    void refusesToReadWhatIsMadeLater() {
        refuses("read before it is made", List.of(SOFTMAX, FEED));
    }

    @Test
    void refusesAnotherShapeThanTheOps() {
        refuses("a shape of [n][3]", List.of(FEED, node(value(1, "y", Shapes.perRow(4)), new Softmax(X))));
    }

    @Test
    void refusesASecondValueOfAName() {
        refuses("a second value", List.of(FEED, node(value(1, "x", THREE), new Softmax(X))));
    }

    @Test
    void refusesAFormulaOfWhatIsNoOperand() {
        refuses("a formula of [z]", List.of(FEED, node(Y, new MapElements(Formula.variable("z"), List.of(X), THREE))));
    }

    @Test
    void refusesOutputsThatNothingMakes() {
        Graph graph = new Graph(List.of(FEED), List.of(Y));

        assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(graph));
    }

    private static void refuses(String problem, List<Node> nodes) {
        Graph graph = new Graph(nodes, List.of());
        var thrown = assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(graph));
        assertThat(thrown).hasMessageThat().startsWith(problem);
    }

    private static Value value(int id, String name, Shape shape) {
        return new Value(id, name, shape, Value.Element.REAL);
    }

    private static Node node(Value value, Op op) {
        return new Node(value, op, ORIGIN);
    }
}
