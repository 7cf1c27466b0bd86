/**
 * The kernel IR: buffers, steps, and in each step a few shapes of loop nest (contraction, elementwise map, reduction) with formulas inside. What
 * is fast has been decided when a program is there; both dialects of Java are printed from it. Imports {@code graph} and {@code formula}.
 */
package dev.nnlang.compiler.program;
