/**
 * In: a formula and a variable. Out: the simplified derivative ({@link dev.nnlang.compiler.formula.derive.Derivative}, where to start), and,
 * where possible, the same in terms of the formula's value ({@link dev.nnlang.compiler.formula.derive.InTermsOfOutput}), so that a backward
 * pass need not keep the input.
 */
package dev.nnlang.compiler.formula.derive;
