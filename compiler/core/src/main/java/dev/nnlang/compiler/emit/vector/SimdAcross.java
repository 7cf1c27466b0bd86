package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.JavaAccess;
import dev.nnlang.compiler.emit.java.JavaLoop;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Nest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exchanges a loop over pixels with the one over their channels inside it: a vector of channels goes through all pixels, so that what belongs to
 * a channel (a mean, a scale, a sum that grows) stays in a register. Each channel's elements are still computed in their order.
 */
public final class SimdAcross {

    /** More channels than these would leave the cache between two vectors of them. */
    private static final int MOST_CHANNELS = 512;

    private final Axis pixels;
    private final Nest.Loop channels;
    private final SimdLoop loop;

    private SimdAcross(Axis pixels, Nest.Loop channels) {
        this.pixels = pixels;
        this.channels = channels;
        this.loop = new SimdLoop(channels.axis());
    }

    /** Empty if {@code outer} is no loop over pixels around one over channels, or nothing stays the same from pixel to pixel. */
    static Optional<CodeBlock> print(Nest.Loop outer, SimdNests nests) {
        boolean nested = !outer.shared()
                && !outer.axis().overRows()
                && outer.body().size() == 1
                && outer.body().get(0) instanceof Nest.Loop;
        if (!nested) {
            return Optional.empty();
        }
        SimdAcross across =
                new SimdAcross(outer.axis(), (Nest.Loop) outer.body().get(0));
        return across.pays() ? Optional.of(across.print(nests)) : Optional.empty();
    }

    private boolean pays() {
        boolean elementwise = channels.body().stream()
                .allMatch(nest ->
                        nest instanceof Nest.Assign || nest instanceof Nest.Accumulate || nest instanceof Nest.Let);
        return elementwise
                && channels.axis().length() <= MOST_CHANNELS
                && loop.pays(channels.body())
                && !(read().isEmpty() && sums().isEmpty());
    }

    private CodeBlock print(SimdNests nests) {
        CodeBlock.Builder vectors = CodeBlock.builder();
        Set<Access> sums = sums();
        Set<Access> all = new LinkedHashSet<>(read());
        all.addAll(sums);
        for (Access access : all) {
            String name = access.buffer().name() + "Lanes";
            vectors.addStatement(
                    "$T $L = $T.load($L, $L)",
                    SimdNames.FLOAT_VECTOR,
                    name,
                    SimdNames.VECTORS,
                    access.buffer().name(),
                    JavaAccess.offset(access.indices()));
            loop.hold(access, name);
        }
        CodeBlock body = loop.vectors(channels.body());
        vectors.add(JavaLoop.over(pixels, CodeBlock.join(List.of(loop.places(), body), "")));
        for (Access access : sums) {
            vectors.addStatement(
                    "$LLanes.intoArray($L, $L)",
                    access.buffer().name(),
                    access.buffer().name(),
                    JavaAccess.offset(access.indices()));
        }
        CodeBlock elements = JavaLoop.over(pixels, nests.print(channels.body()));
        Axis axis = channels.axis();
        if (!channels.shared()) {
            return loop.loops(JavaLoop.whole(axis), vectors.build(), elements);
        }
        JavaLoop.Range share = new JavaLoop.Range(axis.index() + "From", axis.index() + "To");
        CodeBlock loops = loop.loops(share, vectors.build(), elements);
        return CodeBlock.join(List.of(SimdNests.declared(axis, share), loops), "");
    }

    /** What is read of each channel, whatever the pixel, and not written. */
    private Set<Access> read() {
        Set<String> written = channels.body().stream()
                .flatMap(nest -> target(nest).stream())
                .map(target -> target.buffer().name())
                .collect(Collectors.toSet());
        return channels.body().stream()
                .flatMap(Nest::accesses)
                .filter(this::isOfChannel)
                .filter(access -> !written.contains(access.buffer().name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Sums over pixels that nothing else reads. */
    private Set<Access> sums() {
        return channels.body().stream()
                .filter(Nest.Accumulate.class::isInstance)
                .flatMap(nest -> target(nest).stream())
                .filter(this::isOfChannel)
                .filter(sum -> channels.body().stream()
                                .flatMap(Nest::accesses)
                                .filter(access -> access.buffer().equals(sum.buffer()))
                                .count()
                        == 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isOfChannel(Access access) {
        return loop.isContiguous(access) && access.stride(pixels) == 0;
    }

    private static Optional<Access> target(Nest nest) {
        if (nest instanceof Nest.Assign assign) {
            return Optional.of(assign.target());
        }
        return nest instanceof Nest.Accumulate accumulate ? Optional.of(accumulate.target()) : Optional.empty();
    }
}
