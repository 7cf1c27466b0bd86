package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis.Fixed;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import java.util.List;

/**
 * Where a value lives.
 *
 * @param margins what of the array lies around the value, if that is an image inside a larger one
 */
record Place(Buffer buffer, Margins margins) {

    /** An array of its own. */
    Place(Buffer buffer) {
        this(buffer, Margins.NONE);
    }

    /** Whether the value is a part of its array only, and its rows are not behind one another. */
    boolean isInside() {
        return !margins.equals(Margins.NONE);
    }

    /** The place of what lies inside, with {@code further} margins around it. */
    Place inside(Margins further) {
        return new Place(buffer, margins.plus(further));
    }

    /** An element of the value. */
    Access access(List<Index> indices, Constants constants) {
        if (!isInside()) {
            return new Access(buffer, indices);
        }
        String name = Constants.prefix(buffer.name());
        Fixed top = constants.named(name + "_TOP", margins.top());
        Fixed left = constants.named(name + "_LEFT", margins.left());
        Fixed height = constants.named(name + "_HEIGHT", buffer.shape().dims().get(0));
        Fixed width = constants.named(name + "_WIDTH", buffer.shape().dims().get(1));
        return new Access(
                buffer,
                List.of(
                        indices.get(0),
                        new Index.Shifted(indices.get(1), top, height),
                        new Index.Shifted(indices.get(2), left, width),
                        indices.get(3)));
    }
}
