package dev.nnlang.training.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done with rows besides reading and sharing them out. Built step by step, each step a new policy.
 *
 * @param dropsMissing whether rows with missing values are left out; otherwise they are errors
 * @param balanced whether training sees each class equally often, however many rows it has
 * @param augmentations random changes of the images that training sees
 * @param buffer how many rows are in memory at a time, of data that stream by; 0 takes all in
 * @param predicting whether rows are read to be predicted: each is answered or refused by itself, and the file may have any
 *     other columns
 */
public record RowPolicy(
        boolean dropsMissing, boolean balanced, List<Augmentation> augmentations, int buffer, boolean predicting) {

    /** All rows as they are, all of them in memory. */
    public static final RowPolicy PLAIN = new RowPolicy(false, false, List.of(), 0, false);

    /** Rows that wait for a prediction. */
    static final RowPolicy PREDICTING = new RowPolicy(false, false, List.of(), 0, true);

    public RowPolicy {
        augmentations = List.copyOf(augmentations);
    }

    /** Rows with missing values are left out. */
    public RowPolicy dropMissing() {
        return new RowPolicy(true, balanced, augmentations, buffer, predicting);
    }

    /** Training sees each class equally often. */
    public RowPolicy balance() {
        return new RowPolicy(dropsMissing, true, augmentations, buffer, predicting);
    }

    /** Training sees images changed in one more way. */
    public RowPolicy augment(Augmentation augmentation) {
        List<Augmentation> more = new ArrayList<>(augmentations);
        more.add(augmentation);
        return new RowPolicy(dropsMissing, balanced, more, buffer, predicting);
    }

    /** Rows stream by; so many wait in a buffer, from which training draws them at random. */
    public RowPolicy stream(int rows) {
        return new RowPolicy(dropsMissing, balanced, augmentations, rows, predicting);
    }

    /** Whether rows stream by. */
    public boolean streams() {
        return buffer > 0;
    }
}
