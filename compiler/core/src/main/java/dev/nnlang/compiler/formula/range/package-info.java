/**
 * Interval arithmetic. In: a formula, and {@link dev.nnlang.compiler.formula.range.Assumptions} about its variables and about the conditions
 * of the branches that lead to it. Out: a {@link dev.nnlang.compiler.formula.range.Range} that holds every value, and which conditions are
 * decided. Start at {@code Range}.
 */
package dev.nnlang.compiler.formula.range;
