package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides a step among threads. Every thread runs the whole step; of each outer loop it takes its own share, so that every element is computed by
 * one thread, in the order of one thread: the bits do not depend on how many there are. Where a loop reads what another wrote, all wait for each
 * other before it, and once at the end of the step.
 */
final class ShareLoops {

    /** Fewer turns of a loop than these are no two shares worth having, if there is another loop. */
    private static final int WORTH_SHARING = 64;

    private final List<Nest> shared = new ArrayList<>();
    private final Set<Buffer> written = new HashSet<>();
    private final Set<Buffer> read = new HashSet<>();

    private ShareLoops() {}

    static List<Nest> share(List<Nest> nests) {
        ShareLoops sharing = new ShareLoops();
        nests.stream().map(ShareLoops::share).forEach(sharing::add);
        sharing.shared.add(new Nest.Await());
        return sharing.shared;
    }

    /** After an await if it needs what other threads did since the last. */
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
            // Every thread works out local variables for itself.
            return Locals.growsOuter(loop)
                    ? loop
                    : axis(loop).map(axis -> (Nest) shared(loop, axis)).orElseGet(() -> new Nest.Once(List.of(loop)));
        }
        return nest instanceof Nest.Assign || nest instanceof Nest.Accumulate ? new Nest.Once(List.of(nest)) : nest;
    }

    private static Nest.Loop shared(Nest.Loop loop, Axis axis) {
        return loop.axis().equals(axis)
                ? loop.share()
                : new Nest.Loop(
                        loop.axis(), List.of(shared((Nest.Loop) loop.body().get(0), axis)));
    }

    /** The outermost loop of which every turn writes elements of its own: over rows, or long enough; else the longest. */
    private static Optional<Axis> axis(Nest.Loop loop) {
        List<Axis> own = new ArrayList<>();
        Nest.Loop at = loop;
        while (at != null) {
            if (isOwn(at)) {
                own.add(at.axis());
            }
            at = at.body().size() == 1 && at.body().get(0) instanceof Nest.Loop inner ? inner : null;
        }
        return own.stream()
                .filter(axis -> axis.overRows() || axis.length() >= WORTH_SHARING)
                .findFirst()
                .or(() -> own.stream().reduce((longest, axis) -> axis.length() > longest.length() ? axis : longest));
    }

    private static boolean isOwn(Nest.Loop loop) {
        Axis axis = loop.axis();
        return axis.extent().equals(axis.whole())
                && written(loop).allMatch(target -> target.indices().stream().anyMatch(index -> index.dependsOn(axis)));
    }

    /** The elements that a nest writes. */
    private static Stream<Access> written(Nest nest) {
        return Traffic.of(nest).filter(Traffic::writes).map(Traffic::access);
    }
}
