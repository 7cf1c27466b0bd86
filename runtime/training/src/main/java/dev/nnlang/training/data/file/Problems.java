package dev.nnlang.training.data.file;

import dev.nnlang.training.data.DataException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that one run reports several mistakes; the first ten are told in full. */
public final class Problems {
    private static final int TOLD = 10;

    private final List<String> messages = new ArrayList<>();
    private int count;

    public void add(String message) {
        count++;
        if (count <= TOLD) {
            messages.add(message);
        }
    }

    /** How many were added. */
    public int count() {
        return count;
    }

    /** Everything added so far, as the fault of one row; afterwards there is nothing. */
    public BadRowException ofRow() {
        BadRowException row = new BadRowException(String.join("\n", messages));
        messages.clear();
        count = 0;
        return row;
    }

    /** @throws DataException with everything added so far, unless that is nothing */
    public void check() throws DataException {
        if (count > TOLD) {
            messages.add("and " + (count - TOLD) + (count == TOLD + 1 ? " more problem" : " more problems"));
        }
        if (count > 0) {
            throw new DataException(String.join("\n", messages));
        }
    }
}
