/**
 * In: any formula. Out: an equal one that is cheap to evaluate and does not overflow on the way to a finite result. Start at
 * {@link dev.nnlang.compiler.formula.simplify.Simplifier}: its rules stand in the classes named after what they simplify ({@code SumRules},
 * {@code LogarithmRules}, …), see sums and products in the normal forms {@code Sum} and {@code Product}, and know through
 * {@code Assumptions} what holds in the branch of an {@code if}. {@code OverflowGuard} comes last, where algebra could not help.
 */
package dev.nnlang.compiler.formula.simplify;
