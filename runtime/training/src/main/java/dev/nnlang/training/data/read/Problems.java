package dev.nnlang.training.data.read;

import dev.nnlang.training.data.DataException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that one run reports several mistakes; the first ten are told in full. */
final class Problems {
    private static final int TOLD = 10;

    private final List<String> messages = new ArrayList<>();
    private int count;

    void add(String message) {
        count++;
        if (count <= TOLD) {
            messages.add(message);
        }
    }

    /** How many were added. */
    int count() {
        return count;
    }

    /** @throws DataException with everything added so far, unless that is nothing */
    void check() throws DataException {
        if (count > TOLD) {
            messages.add("and " + (count - TOLD) + " more problems");
        }
        if (count > 0) {
            throw new DataException(String.join("\n", messages));
        }
    }
}
