package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What sums of products start from, and what is left to be done with them.
 *
 * @param value the bias, or 0
 */
record SumStart(Expression value, List<Nest> epilogue) {

    /** From the bias, if adding it is the first thing that is done with a sum. */
    static SumStart of(Contraction sums) {
        // What is used up is a gradient: an update has the same bits whether it is computed here or later.
        return SumInLocals.adds(sums) || !sums.kept() || sums.epilogue().isEmpty()
                ? zero(sums)
                : biased(sums).orElseGet(() -> zero(sums));
    }

    private static SumStart zero(Contraction sums) {
        return new SumStart(SumInLocals.constant(0), sums.epilogue());
    }

    private static Optional<SumStart> biased(Contraction sums) {
        Access sum = sums.target();
        Nest first = sums.epilogue().get(0);
        List<Nest> others = sums.epilogue().subList(1, sums.epilogue().size());
        if (first instanceof Nest.Assign assign && (assign.target().equals(sum) || !reads(others, sum))) {
            return AddedBias.of(assign.value(), sum).map(bias -> {
                List<Nest> rest = new ArrayList<>(others);
                Nest without = new Nest.Assign(assign.target(), bias.rest());
                if (!without.equals(new Nest.Assign(sum, bareSum(bias.rest(), sum)))) {
                    rest.add(0, without);
                }
                return new SumStart(bias.bias(), rest);
            });
        }
        if (first instanceof Nest.Let let && !reads(others, sum)) {
            return AddedBias.of(let.value(), sum).map(bias -> {
                List<Nest> rest = new ArrayList<>(others);
                rest.add(0, new Nest.Let(let.local(), bias.rest()));
                return new SumStart(bias.bias(), rest);
            });
        }
        return Optional.empty();
    }

    /** {@code value} itself if it is nothing but the sum. */
    private static Expression bareSum(Expression value, Access sum) {
        boolean bare = value.formula() instanceof dev.nnlang.compiler.formula.Formula.Variable;
        return bare ? value : SumInLocals.element(sum);
    }

    private static boolean reads(List<Nest> nests, Access sum) {
        return nests.stream().flatMap(Nest::operands).anyMatch(new Operand.Element(sum)::equals);
    }
}
