/**
 * Scalar expressions: build, evaluate, print. Activations, losses, optimizers and fused kernels all speak this language. Imports nothing of
 * ours.
 *
 * <p>In come the formulas that users write and that {@code lower} makes; out go equal formulas that are cheap and do not overflow, their
 * derivatives, and what is known of their values. Start at {@link dev.nnlang.compiler.formula.Formula};
 * {@link dev.nnlang.compiler.formula.Evaluator} says what a formula means. What is done with formulas has a room each, and none imports one
 * that is named after it:
 *
 * <ul>
 *   <li>{@code range}: intervals, and which values a formula can take under assumptions,
 *   <li>{@code simplify}: the equal formula that is cheap and does not overflow,
 *   <li>{@code derive}: derivatives,
 *   <li>{@code analyse}: what can be told of an activation: range, saturation, kinks.
 * </ul>
 *
 * <p>To add a function: a constant in {@link dev.nnlang.compiler.formula.UnaryOperator}, then what javac reports.
 */
package dev.nnlang.compiler.formula;
