package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;

/** Images inside larger ones. */
final class Framed {

    private final Margins margins;
    private final Shape inside;
    private final Shape outside;

    Framed(Shape inside, Margins margins) {
        this.margins = margins;
        this.inside = inside;
        this.outside = margins.around(inside);
    }

    /** Where the element at {@code position} of the images inside lies in the larger ones. */
    int position(int position) {
        int channels = inside.last();
        int width = inside.dims().get(1);
        int height = inside.dims().get(0);
        int c = position % channels;
        int w = position / channels % width + margins.left();
        int h = position / channels / width % height + margins.top();
        int n = position / inside.size();
        return ((n * outside.dims().get(0) + h) * outside.dims().get(1) + w) * channels + c;
    }
}
