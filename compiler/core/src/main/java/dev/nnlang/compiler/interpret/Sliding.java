package dev.nnlang.compiler.interpret;

import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Window;

/** Visits every pixel that every position of a window sees. */
final class Sliding {

    /** What is done with a pixel; positions are those of channel 0. */
    interface Visit {
        /**
         * @param out the output position, in pixels: row, then height, then width
         * @param in the pixel, in pixels
         * @param tap the place in the window
         */
        void at(int out, int in, int tap);
    }

    private final Window window;
    private final int rows;
    private final int height;
    private final int width;

    Sliding(Shape image, Window window, int rows) {
        this.window = window;
        this.rows = rows;
        this.height = image.dims().get(0);
        this.width = image.dims().get(1);
    }

    /** How many output positions there are, all rows together. */
    int outputs() {
        return rows * window.outputHeight(height) * window.outputWidth(width);
    }

    void visit(Visit visit) {
        int outHeight = window.outputHeight(height);
        int outWidth = window.outputWidth(width);
        for (int out = 0; out < outputs(); out++) {
            int n = out / (outHeight * outWidth);
            int top = out / outWidth % outHeight * window.strideHeight() - window.top();
            int left = out % outWidth * window.strideWidth() - window.left();
            for (int tap = 0; tap < window.area(); tap++) {
                int h = top + tap / window.width();
                int w = left + tap % window.width();
                if (h >= 0 && h < height && w >= 0 && w < width) {
                    visit.at(out, (n * height + h) * width + w, tap);
                }
            }
        }
    }
}
