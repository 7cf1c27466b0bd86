package dev.nnlang.compiler.tests.harness;

import static com.google.common.truth.Truth.assertWithMessage;

/**
 * How near two computations of the same numbers must come.
 *
 * @param relative the largest difference, as a part of the number expected
 * @param floor a smaller number expected counts as this one: so small, digits are lost
 */
public record Closeness(double relative, double floor) {

    /** The same, for numbers that are sums of others as large as {@code size}. */
    public Closeness above(double size) {
        return new Closeness(relative, Math.max(floor, size));
    }

    /** Checks that the first elements of {@code actual} are those of {@code expected}. */
    public void check(String what, double[] actual, double[] expected) {
        assertWithMessage("%s: elements", what).that(actual.length).isAtLeast(expected.length);
        for (int i = 0; i < expected.length; i++) {
            check(what + "[" + i + "]", actual[i], expected[i]);
        }
    }

    public void check(String what, double actual, double expected) {
        assertWithMessage(what).that(actual).isWithin(allowed(expected)).of(expected);
    }

    private double allowed(double expected) {
        return relative * Math.max(Math.abs(expected), floor);
    }
}
