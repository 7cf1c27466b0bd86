package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Nest.Reducer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes sums over rows or pixels out of the loops in which they grow together in an array, and gives each element of the sum loops of its own.
 *
 * <p>Before: {@code clear dBias; for n: for j: d[n][j] = …; dBias[j] += d[n][j]}. After:
 * {@code for n: for j: d[n][j] = …; for j: let sum = 0; for n: sum += d[n][j]; dBias[j] = sum}. The terms stay in their order.
 */
final class SumElementByElement {

    private final NameScope names;

    private SumElementByElement(NameScope names) {
        this.names = names;
    }

    static List<Nest> sum(List<Nest> nests, NameScope names) {
        return new SumElementByElement(names.inside()).all(nests);
    }

    private List<Nest> all(List<Nest> nests) {
        List<Nest> result = new ArrayList<>();
        Set<Nest> done = new HashSet<>();
        for (Nest nest : nests) {
            List<Nest> separated = nest instanceof Nest.Loop loop ? separate(loop, nests, done) : List.of(nest);
            result.addAll(separated);
        }
        result.removeAll(done);
        return result;
    }

    /** @param done takes in the clearing that is no longer needed */
    private List<Nest> separate(Nest.Loop loop, List<Nest> step, Set<Nest> done) {
        List<Axis> axes = new ArrayList<>();
        List<Nest> body = innermost(loop, axes);
        List<Nest> rest = new ArrayList<>();
        List<Nest> sums = new ArrayList<>();
        for (Nest nest : body) {
            Optional<Nest> sum =
                    nest instanceof Nest.Accumulate accumulate ? alone(accumulate, axes, body, step) : Optional.empty();
            sum.ifPresentOrElse(
                    each -> {
                        sums.add(each);
                        done.add(
                                new Nest.Clear(((Nest.Accumulate) nest).target().buffer()));
                    },
                    () -> rest.add(nest));
        }
        if (sums.isEmpty()) {
            return List.of(loop);
        }
        List<Nest> result = new ArrayList<>();
        if (rest.stream().anyMatch(nest -> !(nest instanceof Nest.Let))) {
            result.addAll(Nest.Loop.around(axes, rest));
        }
        result.addAll(sums);
        return result;
    }

    private static List<Nest> innermost(Nest.Loop loop, List<Axis> axes) {
        axes.add(loop.axis());
        return loop.body().size() == 1 && loop.body().get(0) instanceof Nest.Loop inner
                ? innermost(inner, axes)
                : loop.body();
    }

    /** The sum of one element after the other, if the array holds nothing but sums over some of the loops. */
    private Optional<Nest> alone(Nest.Accumulate accumulate, List<Axis> axes, List<Nest> body, List<Nest> step) {
        Access target = accumulate.target();
        boolean startsAtZero = step.contains(new Nest.Clear(target.buffer()));
        boolean once = step.stream()
                        .flatMap(SumElementByElement::accumulates)
                        .filter(target.buffer()::equals)
                        .count()
                == 1;
        List<Axis> kept = axes.stream()
                .filter(axis -> target.indices().contains(new Index.At(axis)))
                .toList();
        boolean whole = kept.size() == target.indices().size()
                && kept.stream().allMatch(axis -> axis.extent().equals(axis.whole()));
        boolean ofSums = Locals.read(accumulate).stream()
                .anyMatch(local -> body.stream().anyMatch(nest -> Locals.grows(nest, local)));
        if (!startsAtZero || !once || !whole || ofSums || kept.size() == axes.size()) {
            return Optional.empty();
        }
        List<Axis> summed = axes.stream().filter(axis -> !kept.contains(axis)).toList();
        String sum = names.inside().declare("sum");
        List<Nest> terms = new ArrayList<>(locals(accumulate, body));
        terms.add(new Nest.Grow(sum, Reducer.SUM, accumulate.value()));
        List<Nest> element = new ArrayList<>(List.of(new Nest.Let(sum, SumInLocals.constant(0))));
        element.addAll(Nest.Loop.around(summed, terms));
        element.add(new Nest.Assign(target, SumInLocals.local(sum)));
        return Optional.of(Nest.Loop.around(kept, element).get(0));
    }

    private static Stream<Buffer> accumulates(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return loop.body().stream().flatMap(SumElementByElement::accumulates);
        }
        return nest instanceof Nest.Accumulate accumulate
                ? Stream.of(accumulate.target().buffer())
                : Stream.empty();
    }

    /** The local variables that a term reads, and those that they read. */
    private static List<Nest> locals(Nest.Accumulate accumulate, List<Nest> body) {
        Set<String> read = Locals.read(accumulate);
        List<Nest> needed = new ArrayList<>();
        for (int i = body.indexOf(accumulate) - 1; i >= 0; i--) {
            if (body.get(i) instanceof Nest.Let let && read.contains(let.local())) {
                needed.add(0, let);
                read.addAll(Locals.read(let));
            }
        }
        return needed;
    }
}
