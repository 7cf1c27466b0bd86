package dev.nnlang.training.data.split;

import java.util.List;
import java.util.Map;

/**
 * The parts of a split; validation and test may be without rows.
 *
 * @param total the rows of all parts
 * @param dropped how many more were left out because something is missing in them
 * @param stratifiedBy the column whose values kept their shares; empty if none did
 * @param fields the names that elements of columns have in the header of the training file, by column
 */
public record Parts(
        Part train,
        Part validation,
        Part test,
        int total,
        int dropped,
        String stratifiedBy,
        Map<String, List<String>> fields) {

    /** {@code 150 rows: 105 train, 22 validation, 23 test, stratified by species}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(total + (total == 1 ? " row: " : " rows: ") + train.size() + " train");
        if (validation.size() > 0) {
            text.append(", ").append(validation.size()).append(" validation");
        }
        if (test.size() > 0) {
            text.append(", ").append(test.size()).append(" test");
        }
        return stratifiedBy.isEmpty() ? text.toString() : text + ", stratified by " + stratifiedBy;
    }
}
