package dev.nnlang.training.data;

/**
 * How rows are shared out.
 *
 * @param stratified whether every class keeps its share in every part
 * @param train share of the rows to train on; the three shares make 1
 * @param validation share of the rows that choose the epoch; may be 0
 * @param test share of the rows that are kept for the end; may be 0
 */
public record Split(boolean stratified, double train, double validation, double test) {
    private static final double ROUNDING = 1e-9;

    public Split {
        boolean shares = train > 0 && validation >= 0 && test >= 0;
        if (!shares || Math.abs(train + validation + test - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "shares must make 1, the training share above 0: " + train + ", " + validation + ", " + test);
        }
    }

    /** Every row has the same chance. */
    public static Split random(double train, double validation, double test) {
        return new Split(false, train, validation, test);
    }

    /** Every class is shared out by itself. */
    public static Split stratified(double train, double validation, double test) {
        return new Split(true, train, validation, test);
    }

    /** All rows are trained on. */
    public static Split none() {
        return new Split(false, 1, 0, 0);
    }
}
