package dev.nnlang.compiler.program;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Shapes;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verifier that lets everything pass would prove nothing. */
class MemoryVerifierTest {

    private static final Origin ORIGIN = new Origin("layer", new Span(new SourceFile("a.nn", "a"), 0, 1));
    private static final Shape THREE = Shapes.perRow(3);
    private static final Buffer X = buffer("x", THREE, Buffer.Role.FED);
    private static final Buffer A = buffer("a", THREE, Buffer.Role.COMPUTED);
    private static final Buffer B = buffer("b", THREE, Buffer.Role.COMPUTED);
    private static final Buffer C = buffer("c", Shapes.perRow(2), Buffer.Role.COMPUTED);
    private static final Buffer Y = buffer("y", THREE, Buffer.Role.COMPUTED);
    private static final Buffer FIXED = buffer("fixed", Shapes.of(3), Buffer.Role.COMPUTED);

    @Test
    void acceptsOneAfterTheOther() {
        MemoryVerifier.verify(program(List.of(A, C), copy(X, A), copy(A, B), copy(B, C), copy(C, Y)));
    }

    @Test
    void refusesToOverwriteWhatIsNeeded() {
        refuses("overwritten", program(List.of(A, C), copy(X, A), copy(A, B), copy(B, C), copy(A, Y)));
    }

    @Test
    void refusesToReadWhatAnotherPassHasLeft() {
        refuses("overwritten or never written", program(List.of(A, C), copy(A, B), copy(B, A)));
    }

    /** One thread may still read when another writes. */
    @Test
    void refusesToOverwriteInTheStepThatReads() {
        refuses("two at once", program(List.of(A, B), copy(X, A), copy(A, B), copy(B, Y)));
    }

    @Test
    void refusesToAddToWhatIsNotThere() {
        Nest.Accumulate sum = new Nest.Accumulate(element(C), value(B));
        Step adds = new Step("adds", Step.Phase.FORWARD, List.of(), List.of(), List.of(sum));

        refuses("overwritten or never written", program(List.of(A, C), copy(X, A), copy(A, B), adds));
    }

    @Test
    void refusesWhatIsReadFromOutside() {
        refuses("kept for others: y", program(List.of(A, Y), copy(X, A), copy(A, B), copy(B, Y)));
        refuses("kept for others: x", program(List.of(X, B), copy(X, A), copy(A, B)));
    }

    @Test
    void refusesOthersThanRowsAmongRows() {
        refuses("another number of rows", program(List.of(A, FIXED), copy(X, A)));
    }

    @Test
    void refusesOthersInsideMargins() {
        refuses("other margins", program(List.of(A, framed("f", 3)), copy(X, A)));
        refuses("other margins", program(List.of(framed("f", 3), framed("g4", 4)), copy(X, A)));

        MemoryVerifier.verify(program(List.of(framed("f", 3), framed("g", 3)), copy(X, A)));
    }

    @Test
    void refusesASecondArray() {
        SharedArray first = new SharedArray("shared1", List.of(A, B));
        Program program = program(List.of(A, B), copy(X, A)).withSharedArrays(List.of(first, first));

        refuses("a second array", program);
    }

    private static void refuses(String problem, Program program) {
        var thrown = assertThrows(IllegalStateException.class, () -> MemoryVerifier.verify(program));
        assertThat(thrown).hasMessageThat().startsWith(problem);
    }

    private static Program program(List<Buffer> sharing, Step... steps) {
        List<Buffer> buffers = List.of(X, A, B, C, Y, FIXED, framed("f", 3), framed("g", 3), framed("g4", 4));
        return new Program(buffers, List.of(steps), List.of(Y), Optional.empty())
                .withSharedArrays(List.of(new SharedArray("shared1", sharing)));
    }

    /** A step that assigns one to the other. */
    private static Step copy(Buffer from, Buffer to) {
        Nest.Assign assign = new Nest.Assign(element(to), value(from));
        return new Step("make" + to.name(), Step.Phase.FORWARD, List.of(), List.of(), List.of(assign));
    }

    private static Expression value(Buffer buffer) {
        return new Expression(Formula.variable("v"), Map.of("v", new Operand.Element(element(buffer))));
    }

    private static Access element(Buffer buffer) {
        return new Access(buffer, List.of());
    }

    private static Buffer framed(String name, int channels) {
        return new Buffer(
                name,
                Shapes.perRow(4, 4, channels),
                Value.Element.REAL,
                Buffer.Role.COMPUTED,
                ORIGIN,
                new Margins(1, 1, 1, 1));
    }

    private static Buffer buffer(String name, Shape shape, Buffer.Role role) {
        return new Buffer(name, shape, Value.Element.REAL, role, ORIGIN);
    }
}
