package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contraction;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides a step among threads. Every thread runs the whole step; of each outer loop it takes its own share, so that every element is computed
 * by one thread, in the order of one thread: the bits do not depend on how many there are. Where a loop reads what another wrote, all wait for
 * each other before it, and once at the end of the step.
 */
final class ThreadPartition {

    /** Fewer floating-point operations than these are done before a second thread has begun to help. */
    private static final long WORTH_A_TEAM = 1_000_000;

    /** How many rows a large batch of a small network has. */
    private static final int ROWS = 128;

    /** Fewer columns, or turns of a loop, than these do not make two shares of whole cache lines and panels. */
    private static final int WORTH_SHARING = 64;

    private final List<Nest> shared = new ArrayList<>();
    private final Set<Buffer> written = new HashSet<>();
    private final Set<Buffer> read = new HashSet<>();

    private ThreadPartition() {}

    /** Whether the work of a program is worth more than one thread, be its batches as large as they usually are. */
    static boolean isWorthIt(Program program) {
        return program.flop() * ROWS >= WORTH_A_TEAM;
    }

    /** The same program, each step of its passes divided. */
    static Program share(Program program) {
        return program.mapSteps(step -> step.phase() == Step.Phase.PREPARE
                // What runs once is not worth a team.
                ? step
                : step.withNests(share(step.nests())));
    }

    static List<Nest> share(List<Nest> nests) {
        ThreadPartition sharing = new ThreadPartition();
        nests.stream().map(ThreadPartition::share).forEach(sharing::add);
        sharing.shared.add(new Nest.Await());
        return sharing.shared;
    }

    /** Behind a barrier if it needs what others, or another thread, did since the last. */
    private void add(Nest nest) {
        Set<Buffer> writes = new HashSet<>();
        Set<Buffer> reads = new HashSet<>();
        written(nest).forEach(access -> writes.add(access.buffer()));
        nest.accesses().map(Access::buffer).forEach(reads::add);
        boolean waits =
                reads.stream().anyMatch(written::contains) || writes.stream().anyMatch(read::contains);
        if (waits) {
            shared.add(new Nest.Await());
            written.clear();
            read.clear();
        }
        written.addAll(writes);
        read.addAll(reads);
        shared.add(nest);
    }

    private static Nest share(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return share(loop).orElseGet(() -> new Nest.Once(List.of(loop)));
        }
        if (nest instanceof Contraction contraction) {
            return contraction.share(axis(contraction));
        }
        // Every thread works out local variables for itself.
        return nest instanceof Nest.Assign || nest instanceof Nest.Accumulate ? new Nest.Once(List.of(nest)) : nest;
    }

    /** Rows of a batch, unless a panel of columns for each thread spares it the packing of the others. */
    private static Axis axis(Contraction contraction) {
        List<Axis> rows = contraction.rows();
        boolean matrix = rows.size() == 1 && rows.get(0).overRows();
        if (rows.isEmpty() || matrix && contraction.columns().length() >= WORTH_SHARING) {
            return contraction.columns();
        }
        return rows.get(0).overRows()
                ? rows.get(0)
                : rows.stream().max(Comparator.comparingInt(Axis::length)).orElseThrow();
    }

    /** Shares the outermost loop of which every turn writes elements of its own; a short one only if there is no longer one inside. */
    private static Optional<Nest> share(Nest.Loop loop) {
        Axis axis = loop.axis();
        boolean own = axis.extent().equals(axis.whole()) && written(loop).allMatch(target -> depends(target, axis));
        if (own && (axis.overRows() || axis.length() >= WORTH_SHARING)) {
            return Optional.of(loop.share());
        }
        Optional<Nest> inside = loop.body().size() == 1
                ? inner(loop.body().get(0)).map(inner -> new Nest.Loop(axis, List.of(inner)))
                : Optional.empty();
        return inside.or(() -> own ? Optional.of(loop.share()) : Optional.empty());
    }

    private static Optional<Nest> inner(Nest nest) {
        if (nest instanceof Contraction contraction) {
            return Optional.of(contraction.share(axis(contraction)));
        }
        return nest instanceof Nest.Loop loop ? share(loop) : Optional.empty();
    }

    private static boolean depends(Access access, Axis axis) {
        return access.indices().stream().anyMatch(index -> index.dependsOn(axis));
    }

    /** The elements that a nest writes. */
    private static Stream<Access> written(Nest nest) {
        return Traffic.of(nest).filter(Traffic::writes).map(Traffic::access);
    }
}
