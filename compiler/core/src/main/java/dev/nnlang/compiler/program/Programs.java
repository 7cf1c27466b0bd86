package dev.nnlang.compiler.program;

/**
 * A network's program in both dialects. Both have the same buffers and the same steps under the same names; what a step's loops look like differs.
 *
 * @param common what both are made of, in no dialect yet: whole arrays and the steps in which they are used
 * @param plain printed in plain Java, for readers
 * @param vectors printed with vectors
 */
public record Programs(Program common, Program plain, Program vectors) {}
