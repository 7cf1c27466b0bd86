package dev.nnlang.compiler.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is done with rows besides reading and sharing them out.
 *
 * @param dropsMissing {@code missing: drop}: rows with missing values are left out
 * @param balanced {@code balance: classes}: training sees each class equally often
 * @param augmentations random changes of the images that training sees
 * @param buffer {@code stream: 10000}: how many rows are in memory at a time; empty takes all in
 */
public record RowPolicy(boolean dropsMissing, boolean balanced, List<Invocation> augmentations, OptionalInt buffer) {

    /** Whether there is nothing that is done. */
    public boolean isPlain() {
        return !dropsMissing && !balanced && augmentations.isEmpty() && buffer.isEmpty();
    }
}
