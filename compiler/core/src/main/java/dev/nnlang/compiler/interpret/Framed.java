package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;

/** Images inside larger ones. */
final class Framed {

    private final Margins margins;
    private final Shape inside;
    private final Shape outside;

    Framed(Shape inside, Shape outside, Margins margins) {
        this.margins = margins;
        this.inside = inside;
        this.outside = outside;
    }

    /** Where the element at {@code position} of the images inside lies in the larger ones. */
    int position(int position) {
        int channels = inside.last().size();
        int width = inside.sizes().get(1);
        int height = inside.sizes().get(0);
        int c = position % channels;
        int w = position / channels % width + margins.left();
        int h = position / channels / width % height + margins.top();
        int n = position / inside.size();
        return ((n * outside.sizes().get(0) + h) * outside.sizes().get(1) + w) * channels + c;
    }
}
