package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.FormulaLine;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives each result of a step a method of its own, where the step has several loops.
 *
 * <p>Before: {@code backwardDense1: for j: … dDense1Bias; for k: for j: … dDense1Weight}. After: {@code backwardDense1: gradientOfDense1Bias();
 * gradientOfDense1Weight()}, each with its loops.
 */
final class SplitIntoMethods {

    private final Step step;
    private final NameScope methods;
    private final List<List<Nest>> parts = new ArrayList<>();

    private SplitIntoMethods(Step step, NameScope methods) {
        this.step = step;
        this.methods = methods;
    }

    /** @param methods takes in the names of the methods */
    static Step split(Step step, NameScope methods) {
        boolean inOnePiece = step.phase() == Step.Phase.PREPARE || step.phase() == Step.Phase.UPDATE;
        if (inOnePiece) {
            return step;
        }
        SplitIntoMethods splitting = new SplitIntoMethods(step, methods);
        step.nests().forEach(splitting::add);
        return splitting.result();
    }

    /** To the last part if that is not complete without it, else as a part of its own. */
    private void add(Nest nest) {
        joinThoseThatDeclare(Locals.read(nest));
        boolean reads = !parts.isEmpty() && declares(parts.get(parts.size() - 1), Locals.read(nest));
        if (parts.isEmpty() || isComplete() && !reads) {
            parts.add(new ArrayList<>());
        }
        parts.get(parts.size() - 1).add(nest);
    }

    /** A local variable is seen in one method only: all from where it is declared on are one part. */
    private void joinThoseThatDeclare(Set<String> locals) {
        for (int i = 0; i < parts.size() - 1; i++) {
            if (declares(parts.get(i), locals)) {
                List<List<Nest>> joined = parts.subList(i, parts.size());
                List<Nest> one = joined.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
                joined.clear();
                parts.add(one);
            }
        }
    }

    private static boolean declares(List<Nest> part, Set<String> locals) {
        return part.stream().anyMatch(nest -> nest instanceof Nest.Let let && locals.contains(let.local()));
    }

    /** Whether the last part is more than a beginning: cleared arrays and local variables are none. */
    private boolean isComplete() {
        List<Nest> last = parts.get(parts.size() - 1);
        return waits(last)
                || last.stream()
                        .filter(nest -> !(nest instanceof Nest.Clear))
                        .flatMap(Traffic::of)
                        .anyMatch(Traffic::writes);
    }

    private static boolean waits(List<Nest> part) {
        return part.size() == 1 && part.get(0) instanceof Nest.Await;
    }

    private Step result() {
        List<List<Nest>> computing = parts.stream().filter(part -> !waits(part)).toList();
        if (computing.size() < 2) {
            return step;
        }
        List<List<FormulaLine>> lines = lines(computing);
        List<Nest> calls = new ArrayList<>();
        int i = 0;
        for (List<Nest> part : parts) {
            if (waits(part)) {
                calls.addAll(part);
            } else {
                List<FormulaLine> own = lines.get(i++);
                calls.add(new Nest.Call(method(part), own, part));
            }
        }
        return step.withNests(calls);
    }

    /** Each part's lines: of what it computes. What is an array's part under another name stands with the line before. */
    private List<List<FormulaLine>> lines(List<List<Nest>> computing) {
        List<List<FormulaLine>> lines = new ArrayList<>();
        List<Set<String>> results =
                computing.stream().map(SplitIntoMethods::results).toList();
        computing.forEach(part -> lines.add(new ArrayList<>()));
        int last = 0;
        for (FormulaLine line : step.formulas()) {
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).contains(line.result())) {
                    last = i;
                    break;
                }
            }
            lines.get(last).add(line);
        }
        return lines;
    }

    private static Set<String> results(List<Nest> part) {
        Set<String> results = written(part).stream().map(Buffer::name).collect(Collectors.toSet());
        part.forEach(nest -> results.addAll(Locals.declared(nest)));
        return results;
    }

    private static List<Buffer> written(List<Nest> part) {
        return part.stream()
                .flatMap(Traffic::of)
                .filter(Traffic::writes)
                .map(traffic -> traffic.access().buffer())
                .distinct()
                .toList();
    }

    /** {@code gradientOfConv1Weight}, {@code computeBatchNorm1Deviation}: after the last array that is written. */
    private String method(List<Nest> part) {
        List<String> written = written(part).stream().map(Buffer::name).toList();
        String last = written.get(written.size() - 1);
        // What a loss is of each row says more than the gradient that falls out beside it.
        String result = step.phase() == Step.Phase.LOSS
                ? written.stream()
                        .filter(name -> !isGradient(name))
                        .reduce((one, other) -> other)
                        .orElse(last)
                : last;
        boolean gradient = step.phase() == Step.Phase.BACKWARD && isGradient(result);
        String verb = step.phase() == Step.Phase.EVALUATE ? "evaluate" : "compute";
        return methods.declare(gradient ? "gradientOf" + result.substring(1) : verb + capitalized(result));
    }

    private static boolean isGradient(String name) {
        return name.length() > 1 && name.charAt(0) == 'd' && Character.isUpperCase(name.charAt(1));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
