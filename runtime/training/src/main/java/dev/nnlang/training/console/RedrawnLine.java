package dev.nnlang.training.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** A line of a terminal that is written over and over, until it is closed. */
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

    @Override
    public void close() {
        out.println();
    }
}
