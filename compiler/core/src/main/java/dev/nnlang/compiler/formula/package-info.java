/**
 * Scalar expressions: build, simplify, differentiate, analyse, evaluate, print. Activations, losses, optimizers and fused kernels all
 * speak this language. Imports nothing of ours.
 *
 * <p>Start at {@link dev.nnlang.compiler.formula.Formula}. {@link dev.nnlang.compiler.formula.Evaluator} says what a formula means,
 * {@link dev.nnlang.compiler.formula.Derivative} differentiates, {@link dev.nnlang.compiler.formula.Simplifier} finds the form that is cheap
 * and does not overflow: its rules stand in the classes named after what they simplify ({@code SumRules}, {@code LogarithmRules}, …), which
 * see sums and products in the normal forms {@code Sum} and {@code Product}, and know through {@code Facts} what holds in the branch of an
 * {@code if}. To add a function: a constant in {@link dev.nnlang.compiler.formula.UnaryOperator}, then what javac reports.
 */
package dev.nnlang.compiler.formula;
