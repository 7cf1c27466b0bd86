package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import java.util.ArrayList;
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
        List<Index> shifted = new ArrayList<>();
        for (int i = 0; i < indices.size(); i++) {
            Dim dim = buffer.shape().dims().get(i);
            shifted.add(
                    margins.before(i) + margins.behind(i) == 0
                            ? indices.get(i)
                            : new Index.Shifted(
                                    indices.get(i),
                                    constants.named(dim.name() + "_MARGIN", margins.before(i)),
                                    Constants.of(dim)));
        }
        return new Access(buffer, shifted);
    }
}
