package dev.nnlang.compiler.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Loops that are one: each turn of the outer one goes on where the inner one ends, in all arrays that they walk through.
 *
 * @param axes the outermost first; at least one
 */
public record Run(List<Axis> axes) {

    public Run {
        axes = List.copyOf(axes);
    }

    /** Loops worth a loop, each put together with the one inside it where all {@code accesses} allow it. */
    public static List<Run> of(List<Axis> axes, List<Access> accesses) {
        List<Run> runs = new ArrayList<>();
        for (Axis axis : axes) {
            if (axis.isSingle()) {
                continue;
            }
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.goesOn(axis, accesses)) {
                List<Axis> longer = new ArrayList<>(last.axes);
                longer.add(axis);
                runs.set(runs.size() - 1, new Run(longer));
            } else {
                runs.add(new Run(List.of(axis)));
            }
        }
        return runs;
    }

    private boolean goesOn(Axis inner, List<Access> accesses) {
        boolean fixed = axis().extent() instanceof Axis.Fixed && inner.extent() instanceof Axis.Fixed;
        return fixed
                && accesses.stream().allMatch(access -> access.stride(axis()) == access.stride(inner) * inner.length());
    }

    /** The innermost loop, whose index counts the whole run. */
    public Axis axis() {
        return axes.get(axes.size() - 1);
    }

    /** How many turns it has; 1 over the rows of a batch. */
    public int length() {
        return axes.stream().mapToInt(Axis::length).reduce(1, Math::multiplyExact);
    }

    public boolean overRows() {
        return axis().overRows();
    }

    /** How many elements lie between two turns. */
    public int stride(Access access) {
        return access.stride(axis());
    }

    /** Where {@code access} stands when the index of {@link #axis} counts the whole run. */
    public Access counted(Access access) {
        Access counted = access;
        for (Axis outer : axes.subList(0, axes.size() - 1)) {
            counted = counted.replace(outer, outer.standing());
        }
        return counted;
    }

    /** Where {@code access} begins. */
    public Access start(Access access) {
        return counted(access).replace(axis(), axis().standing());
    }
}
