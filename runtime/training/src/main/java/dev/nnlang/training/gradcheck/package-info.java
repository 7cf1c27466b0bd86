/**
 * Compares the gradients that a network computes with finite differences of its loss. In goes a network that computes in double
 * precision; out comes a {@link dev.nnlang.training.gradcheck.GradientReport}.
 *
 * <p>Start with {@link dev.nnlang.training.gradcheck.GradientCheck}.
 *
 * <p>May import {@code network} and {@code data} (for random numbers).
 */
package dev.nnlang.training.gradcheck;
