package dev.nnlang.compiler.schedule;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shapes;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.SharedArray;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which buffers of a predictor share an array: each chain of buffers is computed one from the other. */
class MemoryPlanTest {

    private static final Origin ORIGIN = new Origin("layer", new Span(new SourceFile("a.nn", "a"), 0, 1));
    private static final Margins ONE = new Margins(1, 1, 1, 1);

    @Test
    void aChainNeedsTwoArrays() {
        assertThat(shared(rows("x", 9), rows("a", 4), rows("b", 4), rows("c", 4), rows("d", 4), rows("y", 4)))
                .containsExactly("shared1[n][4] of a, c", "shared2[n][4] of b, d")
                .inOrder();
    }

    @Test
    void theLongestDecidesTheLength() {
        assertThat(shared(rows("x", 9), rows("a", 2), rows("b", 1), rows("c", 8), rows("y", 4)))
                .containsExactly("shared1[n][8] of a, c");
    }

    /** Those of {@code a} and {@code b} are both free for {@code d}. */
    @Test
    void eachTakesTheShortestThatIsFree() {
        assertThat(shared(rows("x", 9), rows("a", 9), rows("b", 5), framed("c", 1), rows("d", 3), rows("y", 4)))
                .containsExactly("shared1[n][5] of b, d");
    }

    @Test
    void imagesWithMarginsShareWithTheirLikeOnly() {
        assertThat(shared(
                        rows("x", 9),
                        framed("a", 2),
                        framed("b", 2),
                        framed("c", 2),
                        rows("d", 50),
                        framed("e", 3),
                        rows("y", 4)))
                .containsExactly("shared1[n][5][5][2] of a, c");
    }

    @Test
    void noArrayIsCalledAsABuffer() {
        assertThat(shared(rows("x", 9), rows("shared1", 4), rows("shared2", 4), rows("c", 4), rows("y", 4)))
                .containsExactly("shared3[n][4] of shared1, c");
    }

    @Test
    void whatAPassBeginsWithIsKept() {
        Buffer state = rows("state", 4);
        Buffer a = rows("a", 4);
        Buffer b = rows("b", 4);
        List<Step> steps = List.of(copy(state, a), copy(a, b), copy(b, state));
        Program program = new Program(List.of(state, a, b), steps, List.of(), Optional.empty());

        assertThat(MemoryPlan.make(program).sharedArrays()).isEmpty();
    }

    /** What the plan of a chain prints; nobody but the caller writes the first, and he reads the last. */
    private static List<String> shared(Buffer... chain) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < chain.length; i++) {
            steps.add(copy(chain[i - 1], chain[i]));
        }
        Buffer output = chain[chain.length - 1];
        Program program = new Program(List.of(chain), steps, List.of(output), Optional.empty());
        return MemoryPlan.make(program).sharedArrays().stream()
                .map(SharedArray::toString)
                .toList();
    }

    private static Step copy(Buffer from, Buffer to) {
        Expression value =
                new Expression(Formula.variable("v"), Map.of("v", new Operand.Element(new Access(from, List.of()))));
        Nest.Assign assign = new Nest.Assign(new Access(to, List.of()), value);
        return new Step("make" + to.name(), Step.Phase.FORWARD, List.of(), List.of(), List.of(assign));
    }

    private static Buffer rows(String name, int width) {
        return new Buffer(name, Shapes.perRow(width), Value.Element.REAL, Buffer.Role.COMPUTED, ORIGIN);
    }

    private static Buffer framed(String name, int channels) {
        return new Buffer(name, Shapes.perRow(5, 5, channels), Value.Element.REAL, Buffer.Role.COMPUTED, ORIGIN, ONE);
    }
}
