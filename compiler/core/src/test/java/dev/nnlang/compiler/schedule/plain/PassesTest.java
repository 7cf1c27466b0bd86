package dev.nnlang.compiler.schedule.plain;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.formula.BinaryOperator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.UnaryOperator;
import dev.nnlang.compiler.graph.Origin;
import dev.nnlang.compiler.graph.Shapes;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.FormulaLine;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Tile;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each pass of the plain program, before and after. */
class PassesTest {

    private static final Axis N = new Axis("n", new Axis.Rows());
    private static final Axis H = new Axis("h", new Axis.Fixed("HEIGHT", 6));
    private static final Axis C = new Axis("c", new Axis.Fixed("CHANNELS", 4));
    private static final Axis K = new Axis("k", new Axis.Fixed("INPUTS", 4));
    private static final Axis J = new Axis("j", new Axis.Fixed("UNITS", 16));
    private static final Axis WIDE = new Axis("j", new Axis.Fixed("UNITS", 256));

    private final NameScope names = NameScope.of(List.of("x", "w", "b", "y", "d", "db"));

    @Test
    void sumInLocals() {
        becomes("""
                contract y[n][j] = sum of x[n][k] * w[k][j] for n < rows, j < UNITS, sum over k < INPUTS
                  y[n][j] = tanh(y[n][j] + b[j])
                """, List.of(dense(J)), """
                for n < rows
                  for j < UNITS
                    let sum = b[j]
                    for k < INPUTS
                      sum += x[n][k] * w[k][j]
                    y[n][j] = tanh(sum)
                """, SumInLocals.sum(List.of(dense(J)), names));
    }

    @Test
    void sumRowsOfManyColumnsTogether() {
        assertThat(text(SumInLocals.sum(List.of(dense(WIDE)), names))).isEqualTo("""
                        for n < rows
                          for j < UNITS
                            y[n][j] = b[j]
                          for k < INPUTS
                            let factor = x[n][k]
                            for j < UNITS
                              y[n][j] += factor * w[k][j]
                          for j < UNITS
                            y[n][j] = tanh(y[n][j])
                        """);
    }

    @Test
    void sumElementByElement() {
        List<Nest> before = List.of(
                new Nest.Clear(buffer("db")),
                loops(
                        List.of(N, J),
                        new Nest.Assign(at("d", N, J), element(at("y", N, J))),
                        new Nest.Accumulate(at("db", J), element(at("d", N, J)))));
        becomes("""
                clear db
                for n < rows
                  for j < UNITS
                    d[n][j] = y[n][j]
                    db[j] += d[n][j]
                """, before, """
                for n < rows
                  for j < UNITS
                    d[n][j] = y[n][j]
                for j < UNITS
                  let sum = 0
                  for n < rows
                    sum += d[n][j]
                  db[j] = sum
                """, SumElementByElement.sum(before, names));
    }

    @Test
    void collapsePixels() {
        List<Nest> before = List.of(loops(List.of(N, H, C), new Nest.Assign(at("y", N, H, C), element(at("b", C)))));
        becomes("""
                for n < rows
                  for h < HEIGHT
                    for c < CHANNELS
                      y[n][h][c] = b[c]
                """, before, """
                for pixel < rows * HEIGHT
                  for c < CHANNELS
                    y[pixel][c] = b[c]
                """, CollapsePixels.collapse(before, names));
    }

    @Test
    void shareLoops() {
        List<Nest> before = List.of(
                loops(List.of(N, J), new Nest.Assign(at("d", N, J), element(at("y", N, J)))),
                loops(List.of(J), new Nest.Assign(at("db", J), element(at("d", N, J)))));
        becomes("""
                for n < rows
                  for j < UNITS
                    d[n][j] = y[n][j]
                for j < UNITS
                  db[j] = d[n][j]
                """, before, """
                for n < rows, shared
                  for j < UNITS
                    d[n][j] = y[n][j]
                await
                for j < UNITS, shared
                  db[j] = d[n][j]
                await
                """, ShareLoops.share(before));
    }

    @Test
    void splitIntoMethods() {
        Step before = new Step(
                "backwardDense1",
                Step.Phase.BACKWARD,
                List.of(),
                List.of(new FormulaLine("d", "d = y"), new FormulaLine("dB", "dB = sum of d")),
                List.of(
                        loops(List.of(N, J), new Nest.Assign(at("d", N, J), element(at("y", N, J)))),
                        loops(List.of(J), new Nest.Assign(at("dB", J), element(at("d", N, J))))));

        Step after = SplitIntoMethods.split(before, NameScope.of(List.of()));

        assertThat(text(after.nests())).isEqualTo("""
                        computeD
                          for n < rows
                            for j < UNITS
                              d[n][j] = y[n][j]
                        gradientOfB
                          for j < UNITS
                            dB[j] = d[n][j]
                        """);
        assertThat(((Nest.Call) after.nests().get(1)).lines()).containsExactly(new FormulaLine("dB", "dB = sum of d"));
    }

    @Test
    void declareShares() {
        Nest loop = new Nest.Loop(N, true, List.of(new Nest.Assign(at("d", N), element(at("y", N)))));
        List<Nest> before = List.of(loop, loop);

        assertThat(text(DeclareShares.declare(before, names))).isEqualTo("""
                        let firstRow to endRow = share of rows
                        for n < endRow
                          d[n] = y[n]
                        for n < endRow
                          d[n] = y[n]
                        """);
    }

    @Test
    void nameOffsets() {
        List<Nest> before =
                List.of(loops(List.of(N, H, C), new Nest.Assign(at("y", N, H, C), element(at("d", N, H, C)))));
        becomes("""
                for n < rows
                  for h < HEIGHT
                    for c < CHANNELS
                      y[n][h][c] = d[n][h][c]
                """, before, """
                for n < rows
                  for h < HEIGHT
                    let line = start of [n][h], each of CHANNELS
                    for c < CHANNELS
                      y[line][c] = d[line][c]
                """, NameOffsets.name(before, names));
    }

    private static void becomes(String before, List<Nest> given, String after, List<Nest> result) {
        assertThat(text(given)).isEqualTo(before);
        assertThat(text(result)).isEqualTo(after);
    }

    private static String text(List<Nest> nests) {
        return nests.stream()
                .map(Nest::toString)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Nest loops(List<Axis> axes, Nest... body) {
        return Nest.Loop.around(axes, List.of(body)).get(0);
    }

    private static Contraction dense(Axis units) {
        Formula sum = new Formula.Binary(BinaryOperator.ADD, Formula.variable("sum"), Formula.variable("bias"));
        Expression activated = new Expression(
                new Formula.Unary(UnaryOperator.TANH, sum),
                Map.of(
                        "sum", new Operand.Element(at("y", N, units)),
                        "bias", new Operand.Element(at("b", units))));
        return new Contraction(
                at("y", N, units),
                false,
                true,
                List.of(N),
                units,
                List.of(K),
                at("x", N, K),
                at("w", K, units),
                Tile.PLAIN,
                List.of(new Nest.Assign(at("y", N, units), activated)),
                Optional.empty());
    }

    private static Expression element(Access access) {
        return new Expression(Formula.variable("element"), Map.of("element", new Operand.Element(access)));
    }

    private static Access at(String buffer, Axis... axes) {
        return Access.at(buffer(buffer), List.of(axes));
    }

    /** What dims it has is told by where it is read. */
    private static Buffer buffer(String name) {
        Origin origin = new Origin("layer", new Span(new SourceFile("a.nn", "a"), 0, 1));
        return new Buffer(name, Shapes.perRow(4), Value.Element.REAL, Buffer.Role.COMPUTED, origin);
    }
}
