package dev.nnlang.training.data.split;

import java.util.Arrays;

/**
 * Lets each class that is there come up equally often in one pass over the rows, which stays about as long: a row of a rare
 * class several times, a row of a frequent one only in some passes.
 */
public final class ClassBalance {
    private final long[] counts;
    private final long[] seen;
    private final long share;

    /** @param counts how many rows each class has */
    public ClassBalance(long[] counts) {
        this.counts = counts.clone();
        this.seen = new long[counts.length];
        this.share = Arrays.stream(counts).sum() / present();
    }

    private long present() {
        return Math.max(1, Arrays.stream(counts).filter(count -> count > 0).count());
    }

    /** How often the next row of a pass is to come up, which has this label; over all rows of the label it is a fair share. */
    public int copies(int label) {
        long before = seen[label] * share / counts[label];
        seen[label]++;
        return (int) (seen[label] * share / counts[label] - before);
    }

    /** How many rows a whole pass has. */
    public int rows() {
        return (int) (share * present());
    }
}
