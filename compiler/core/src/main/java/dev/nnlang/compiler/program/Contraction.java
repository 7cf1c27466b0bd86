package dev.nnlang.compiler.program;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code target[i][j] = sum over k of left * right}, then {@code epilogue} for each element of the result: the product of two matrices,
 * whatever their orders; i and k may each be several loops. The sum runs over {@code depth} in order, however it is tiled.
 *
 * @param target where the sums are kept; one epilogue may overwrite them
 * @param accumulate whether the sums are added to what is in the target; else all of it is 0 before, also where no row adds anything
 * @param kept whether the sums are read when the epilogue is over; else they need not be stored
 * @param rows {@code i}
 * @param columns {@code j}; contiguous in the target
 * @param depth {@code k}
 * @param tile how it is cut for registers
 * @param epilogue assignments inside the loops over rows and columns
 * @param shared the loop of which each thread takes its own share: one of the rows, or the columns; empty if every thread runs all
 */
public record Contraction(
        Access target,
        boolean accumulate,
        boolean kept,
        List<Axis> rows,
        Axis columns,
        List<Axis> depth,
        Access left,
        Access right,
        Tile tile,
        List<Nest> epilogue,
        Optional<Axis> shared)
        implements Nest {
    public Contraction {
        rows = List.copyOf(rows);
        depth = List.copyOf(depth);
        epilogue = List.copyOf(epilogue);
    }

    @Override
    public long flop() {
        return 2
                * Stream.of(rows.stream(), Stream.of(columns), depth.stream())
                        .flatMap(axes -> axes)
                        .mapToLong(Axis::length)
                        .reduce(1, Math::multiplyExact);
    }

    /** The same sums, cut otherwise. */
    public Contraction tiled(Tile other) {
        return new Contraction(target, accumulate, kept, rows, columns, depth, left, right, other, epilogue, shared);
    }

    /** The loops over rows, as few as the left side and the target allow. */
    public List<Run> rowRuns() {
        return Run.of(rows, List.of(left, target, right));
    }

    /** The loops over the terms of a sum, as few as both sides allow. */
    public List<Run> depthRuns() {
        return Run.of(depth, List.of(left, right));
    }

    /**
     * The run of rows that tiles are cut from: the innermost; if that is shorter than a tile, the rows of the batch. Rows that read
     * different right sides are none.
     */
    public Optional<Run> tileRun() {
        List<Run> runs =
                rowRuns().stream().filter(run -> run.stride(right) == 0).toList();
        Optional<Run> last = runs.stream().reduce((outer, inner) -> inner);
        Optional<Run> batch = runs.stream().filter(Run::overRows).findFirst();
        return last.filter(run -> run.length() >= 4).or(() -> batch).or(() -> last);
    }

    /** The same sums, of which each thread takes its share of {@code axis}. */
    public Contraction share(Axis axis) {
        return new Contraction(
                target, accumulate, kept, rows, columns, depth, left, right, tile, epilogue, Optional.of(axis));
    }

    /** The same sums, for what {@code last} makes of each alone. */
    public Contraction usedUp(List<Nest> last) {
        return new Contraction(target, accumulate, false, rows, columns, depth, left, right, tile, last, shared);
    }

    /** The same as loops: an element of the result is 0, then each term is added to it, then follows the epilogue. */
    public List<Nest> loops() {
        Expression zero = new Expression(Formula.constant(0), Map.of());
        Formula product = Formulas.multiply(Formula.variable("left"), Formula.variable("right"));
        Expression term =
                new Expression(product, Map.of("left", new Operand.Element(left), "right", new Operand.Element(right)));
        List<Nest> body = new ArrayList<>();
        if (!accumulate) {
            body.addAll(around(List.of(columns), List.of(new Nest.Assign(target, zero))));
        }
        List<Axis> terms = new ArrayList<>(depth);
        terms.add(columns);
        body.addAll(around(terms, List.of(new Nest.Accumulate(target, term))));
        if (!epilogue.isEmpty()) {
            body.addAll(around(List.of(columns), epilogue));
        }
        return around(rows, body);
    }

    private List<Nest> around(List<Axis> axes, List<Nest> body) {
        return Nest.Loop.around(axes, this::shares, body);
    }

    /** Whether each thread takes its own share of {@code axis}. */
    public boolean shares(Axis axis) {
        return shared.filter(axis::equals).isPresent();
    }

    /** Whether rows add to where a window stands: several to one element, or none. */
    public boolean scatters() {
        return target.indices().stream().anyMatch(Index.Sliding.class::isInstance);
    }

    /** Whether both sides are contiguous along the sum, so that each result is a dot product of two rows. */
    public boolean isDotProduct() {
        return depth.size() == 1 && isInnermost(left) && isInnermost(right);
    }

    private boolean isInnermost(Access access) {
        Index last = access.indices().get(access.indices().size() - 1);
        return last.equals(new Index.At(depth.get(0)));
    }

    @Override
    public Stream<Axis> axes() {
        Stream<Axis> own =
                Stream.of(rows.stream(), depth.stream(), Stream.of(columns)).flatMap(each -> each);
        return Stream.concat(own, epilogue.stream().flatMap(Nest::axes));
    }

    @Override
    public Stream<Access> accesses() {
        return Stream.concat(Stream.of(left, right, target), epilogue.stream().flatMap(Nest::accesses));
    }

    @Override
    public Stream<Operand> operands() {
        return epilogue.stream().flatMap(Nest::operands);
    }

    @Override
    public String toString() {
        return "contract " + target + (accumulate ? " += " : scatters() ? ", from 0, += " : " = ") + "sum of "
                + left + " * " + right + " for "
                + Nest.joined(rows) + ", " + columns + ", sum over " + Nest.joined(depth)
                + tile
                + shared.map(axis -> ", shared by " + axis.index()).orElse("")
                + (kept ? "" : ", not kept") + "\n" + Nest.indented(epilogue);
    }
}
