package dev.nnlang.training.data;

/**
 * The parts of a split; validation and test may be without rows.
 *
 * @param total rows before the split
 * @param stratifiedBy the column whose values kept their shares; empty if none did
 */
public record Parts(Rows train, Rows validation, Rows test, int total, String stratifiedBy) {

    /** The rows of all parts together are those of the table, and of the separate table of test rows if there is one. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(total + " rows: " + train.size() + " train");
        if (validation.size() > 0) {
            text.append(", ").append(validation.size()).append(" validation");
        }
        if (test.size() > 0) {
            text.append(", ").append(test.size()).append(" test");
        }
        return stratifiedBy.isEmpty() ? text.toString() : text + ", stratified by " + stratifiedBy;
    }
}
