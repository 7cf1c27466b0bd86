package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Stream;

/**
 * An element that is read or written.
 *
 * @param writes whether it is written, not read
 */
public record Traffic(Access access, boolean writes) {

    /** What a nest reads and writes, in the order in which the first turn of its loops does. What is added to is read, then written. */
    public static Stream<Traffic> of(Nest nest) {
        if (nest instanceof Nest.Loop loop) {
            return of(loop.body());
        }
        if (nest instanceof Nest.Once once) {
            return of(once.body());
        }
        if (nest instanceof Nest.Call call) {
            return of(call.body());
        }
        if (nest instanceof Nest.Assign assign) {
            return Stream.concat(reads(assign.value()), write(assign.target()));
        }
        if (nest instanceof Nest.Accumulate accumulate) {
            return Stream.concat(reads(accumulate.value()), update(accumulate.target()));
        }
        if (nest instanceof Nest.AddAtFirst first) {
            Stream<Traffic> sought = Stream.concat(read(first.candidate()), read(first.sought()));
            return Stream.of(sought, reads(first.value()), update(first.target()))
                    .flatMap(each -> each);
        }
        if (nest instanceof Contraction contraction) {
            Stream<Traffic> sides = Stream.concat(read(contraction.left()), read(contraction.right()));
            Stream<Traffic> sums =
                    contraction.accumulate() ? update(contraction.target()) : write(contraction.target());
            return Stream.of(sides, sums, of(contraction.epilogue())).flatMap(each -> each);
        }
        if (nest instanceof Nest.Clear clear) {
            return write(new Access(clear.buffer(), List.of()));
        }
        return nest.accesses().map(access -> new Traffic(access, false));
    }

    /** The same of a whole step. */
    public static Stream<Traffic> of(Step step) {
        return of(step.nests());
    }

    private static Stream<Traffic> of(List<Nest> nests) {
        return nests.stream().flatMap(Traffic::of);
    }

    private static Stream<Traffic> reads(Expression value) {
        return value.accesses().flatMap(Traffic::read);
    }

    private static Stream<Traffic> read(Access access) {
        return Stream.of(new Traffic(access, false));
    }

    private static Stream<Traffic> write(Access access) {
        return Stream.of(new Traffic(access, true));
    }

    private static Stream<Traffic> update(Access access) {
        return Stream.concat(read(access), write(access));
    }
}
