package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says at the beginning of a method what a thread's share is, once for all loops that it divides.
 *
 * <p>Before: {@code for n < rows, shared: …; for n < rows, shared: …}. After: {@code let firstRow to endRow = share of rows; for n from firstRow to
 * endRow: …; for n from firstRow to endRow: …}.
 */
final class DeclareShares {

    private final NameScope names;
    private final Map<Axis.Extent, Axis.Part> shares = new LinkedHashMap<>();

    private DeclareShares(NameScope names) {
        this.names = names;
    }

    /** The nests of a step; those of each method that it calls on their own. */
    static List<Nest> declare(List<Nest> nests, NameScope names) {
        DeclareShares declaring = new DeclareShares(names.inside());
        List<Nest> body = nests.stream()
                .map(nest -> nest instanceof Nest.Call call
                        ? new Nest.Call(call.method(), call.lines(), declare(call.body(), names))
                        : declaring.bounded(nest))
                .toList();
        List<Nest> result = new ArrayList<>();
        declaring.shares.values().forEach(part -> result.add(new Nest.Share(part)));
        result.addAll(body);
        return result;
    }

    private Nest bounded(Nest nest) {
        if (!(nest instanceof Nest.Loop loop)) {
            return nest;
        }
        List<Nest> body = loop.body().stream().map(this::bounded).toList();
        return loop.shared()
                ? new Nest.Loop(new Axis(loop.axis().index(), share(loop.axis())), body)
                : new Nest.Loop(loop.axis(), body);
    }

    private Axis.Part share(Axis axis) {
        return shares.computeIfAbsent(axis.extent(), extent -> {
            String word = axis.overRows() ? "Row" : axis.index().toUpperCase(java.util.Locale.ROOT);
            return new Axis.Part(names.declare("first" + word), names.declare("end" + word), extent);
        });
    }
}
