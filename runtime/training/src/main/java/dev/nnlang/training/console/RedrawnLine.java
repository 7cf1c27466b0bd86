package dev.nnlang.training.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** A line of a terminal that is written over and over. */
record RedrawnLine(PrintStream out) implements ProgressBarConsumer {
    private static final String ERASE_REST = "\u001b[K";

    /** The renderer keeps the line short enough; the bar must not cut escape sequences in two. */
    @Override
    public int getMaxRenderedLength() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void accept(String line) {
        out.print("\r" + line + ERASE_REST);
        out.flush();
    }

    /** The bar forgets to call this if it is closed before it was first drawn, so its owner ends the line. */
    @Override
    public void close() {}
}
