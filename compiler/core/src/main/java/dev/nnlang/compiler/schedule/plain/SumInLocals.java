package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Nest.Reducer;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes ordinary loops of sums of products: a local variable starts from the bias, takes in a product after the other, and what follows, an
 * activation say, is computed of it.
 *
 * <p>Before: {@code contract tanh1[n][j] = sum of input[n][k] * weight[k][j], then tanh1[n][j] = tanh(tanh1[n][j] + bias[j])}. After:
 * {@code let sum = bias[j]; for k: sum += input[n][k] * weight[k][j]; tanh1[n][j] = tanh(sum)}.
 */
final class SumInLocals {

    /**
     * Along so many columns, whose products lie side by side, the sums of a whole row grow together in the array: HotSpot computes several at once.
     * Measured with 784 x 256: 4.1 GFLOP/s against 2.2 (JDK 17), 4.3 against 1.5 (JDK 25); with 16 columns both ways are alike.
     */
    private static final int WIDE = 32;

    private static final String ELEMENT = "element";

    private final NameScope names;

    private SumInLocals(NameScope names) {
        this.names = names;
    }

    static List<Nest> sum(List<Nest> nests, NameScope names) {
        return new SumInLocals(names.inside()).all(nests);
    }

    private List<Nest> all(List<Nest> nests) {
        return nests.stream().flatMap(nest -> one(nest).stream()).toList();
    }

    private List<Nest> one(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return List.of(new Nest.Loop(loop.axis(), all(loop.body())));
        }
        if (nest instanceof Nest.Reduce reduce) {
            return reduce(reduce);
        }
        return nest instanceof Contraction contraction ? contraction(contraction) : List.of(nest);
    }

    private static List<Nest> reduce(Nest.Reduce reduce) {
        double start = reduce.reducer() == Reducer.SUM ? 0 : Double.NEGATIVE_INFINITY;
        List<Nest> nests = new ArrayList<>(List.of(new Nest.Let(reduce.local(), constant(start))));
        nests.addAll(Nest.Loop.around(
                reduce.over(), List.of(new Nest.Grow(reduce.local(), reduce.reducer(), reduce.term()))));
        return nests;
    }

    private List<Nest> contraction(Contraction sums) {
        List<Nest> nests = new ArrayList<>();
        if (sums.scatters() && !sums.accumulate()) {
            nests.add(new Nest.Clear(sums.target().buffer()));
        }
        boolean together = sums.columns().length() >= WIDE && !sums.isDotProduct();
        nests.addAll(Nest.Loop.around(sums.rows(), together ? rowTogether(sums) : oneByOne(sums)));
        return nests;
    }

    /** Whether the sums are added to what is in the target. */
    static boolean adds(Contraction sums) {
        return sums.accumulate() || sums.scatters();
    }

    private List<Nest> oneByOne(Contraction sums) {
        String sum = names.inside().declare("sum");
        SumStart start = SumStart.of(sums);
        List<Nest> body = new ArrayList<>(List.of(new Nest.Let(sum, start.value())));
        body.addAll(Nest.Loop.around(sums.depth(), List.of(new Nest.Grow(sum, Reducer.SUM, product(sums)))));
        boolean overwritten = start.epilogue().stream()
                .anyMatch(nest ->
                        nest instanceof Nest.Assign assign && assign.target().equals(sums.target()));
        if (adds(sums)) {
            body.add(new Nest.Accumulate(sums.target(), local(sum)));
        } else if (sums.kept() && !overwritten) {
            body.add(new Nest.Assign(sums.target(), local(sum)));
        }
        body.addAll(ofLocal(start.epilogue(), sums.target(), sum));
        return List.of(new Nest.Loop(sums.columns(), body));
    }

    /** What is computed of an element while it is still in a local variable. */
    private static List<Nest> ofLocal(List<Nest> epilogue, Access target, String sum) {
        List<Nest> nests = new ArrayList<>();
        boolean atHand = true;
        for (Nest nest : epilogue) {
            nests.add(atHand ? reading(nest, target, new Operand.Local(sum)) : nest);
            atHand &= !(nest instanceof Nest.Assign assign && assign.target().equals(target));
        }
        return nests;
    }

    private static Nest reading(Nest nest, Access old, Operand other) {
        if (nest instanceof Nest.Assign assign) {
            return new Nest.Assign(assign.target(), reading(assign.value(), old, other));
        }
        return nest instanceof Nest.Let let ? new Nest.Let(let.local(), reading(let.value(), old, other)) : nest;
    }

    private static Expression reading(Expression value, Access old, Operand other) {
        return value.of(operand -> operand.equals(new Operand.Element(old)) ? other : operand);
    }

    private List<Nest> rowTogether(Contraction sums) {
        SumStart start = SumStart.of(sums);
        List<Nest> body = new ArrayList<>();
        if (!adds(sums)) {
            body.add(new Nest.Loop(sums.columns(), List.of(new Nest.Assign(sums.target(), start.value()))));
        }
        String factor = names.inside().declare("factor");
        Expression product = new Expression(
                Formulas.multiply(Formula.variable(factor), Formula.variable(ELEMENT)),
                Map.of(factor, new Operand.Local(factor), ELEMENT, new Operand.Element(sums.right())));
        body.addAll(Nest.Loop.around(
                sums.depth(),
                List.of(
                        new Nest.Let(factor, element(sums.left())),
                        new Nest.Loop(sums.columns(), List.of(new Nest.Accumulate(sums.target(), product))))));
        if (!start.epilogue().isEmpty()) {
            body.add(new Nest.Loop(sums.columns(), start.epilogue()));
        }
        return body;
    }

    private static Expression product(Contraction sums) {
        return new Expression(
                Formulas.multiply(Formula.variable("left"), Formula.variable("right")),
                Map.of("left", new Operand.Element(sums.left()), "right", new Operand.Element(sums.right())));
    }

    static Expression element(Access access) {
        return new Expression(Formula.variable(ELEMENT), Map.of(ELEMENT, new Operand.Element(access)));
    }

    static Expression local(String name) {
        return new Expression(Formula.variable(name), Map.of(name, new Operand.Local(name)));
    }

    static Expression constant(double value) {
        return new Expression(Formula.constant(value), Map.of());
    }
}
