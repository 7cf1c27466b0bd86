package dev.nnlang.compiler.program;

/**
 * A network's program in both dialects. Both have the same buffers and the same steps under the same names; what a step's loops look like differs.
 *
 * @param common what both are made of, in no dialect yet: whole arrays and the steps in which they are used
 * @param plain printed in plain Java, for readers
 * @param vectors printed with vectors
 */
public record Programs(Program common, Program plain, Program vectors) {

    /** Floating-point operations for each row, see {@link Program#flop}: in a dialect the sums of products are loops like others. */
    public long flop() {
        return common.flop();
    }
}
