package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Node;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.graph.op.Concat;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Gather;
import dev.nnlang.compiler.graph.op.MapElements;
import dev.nnlang.compiler.graph.op.Op;
import dev.nnlang.compiler.graph.op.Pad;
import dev.nnlang.compiler.graph.op.PlaceOfMaximum;
import dev.nnlang.compiler.graph.op.Reshape;
import java.util.Optional;

/**
 * Decides which images live inside larger ones: what is computed where it is needed with margins need not be copied there. Margins are 0 from
 * the start, and nobody writes them.
 */
final class Framing {

    private final Storage storage;

    Framing(Storage storage) {
        this.storage = storage;
    }

    /** The node whose array {@code image} is written into: the one with the widest margins, if there are several. */
    Optional<Node> around(Value image) {
        if (isWrittenInOrder(storage.producer(image).op()) || isReadInOrder(image)) {
            return Optional.empty();
        }
        return storage.readers(image).stream()
                .filter(node -> node.op() instanceof Pad pad && pad.around().isPresent())
                .reduce((first, next) -> margins(next).contain(margins(first)) ? next : first);
    }

    /** The place of an image that lies inside what its op reads, or around that in the same array; empty for one that has an array of its own. */
    Optional<Place> insideArgument(Node node) {
        if (isReadInOrder(node.value())) {
            return Optional.empty();
        }
        if (!(node.op() instanceof Pad pad)) {
            return Optional.empty();
        }
        Place argument = storage.place(pad.argument());
        return pad.inside().map(argument::inside).or(() -> pad.around().flatMap(margins -> around(pad.argument())
                .map(Framing::margins)
                .filter(widest -> widest.contain(margins))
                .map(widest -> new Place(argument.buffer(), widest.minus(margins)))));
    }

    static Margins margins(Node pad) {
        return ((Pad) pad.op()).around().orElseThrow();
    }

    /** Whether an op's own loops do not tell rows and columns of an image apart, or it is not ours to write. */
    private boolean isWrittenInOrder(Op op) {
        return !(op instanceof MapElements
                || op instanceof Gather gather
                        && storage.producer(gather.labels()).op() instanceof PlaceOfMaximum
                || op instanceof Contract sums && !SumLoops.of(sums).scatters());
    }

    /** Whether somebody needs all elements of {@code image} behind one another. */
    boolean isReadInOrder(Value image) {
        return storage.isOutput(image) || storage.readers(image).stream().anyMatch(this::readsInOrder);
    }

    private boolean readsInOrder(Node reader) {
        if (reader.op() instanceof Reshape reshape && reshape.isRenaming()) {
            return isReadInOrder(reader.value());
        }
        return reader.op() instanceof Reshape
                || reader.op() instanceof Concat
                || reader.op() instanceof Pad pad
                        && pad.around().isEmpty()
                        && pad.inside().isEmpty();
    }
}
