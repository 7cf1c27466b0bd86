/**
 * What a name means at some place of a file. In: declarations, params, the arguments of the block that is used. Out: the values of
 * arguments, checked against the table of signatures ({@code Invocations}, {@code ArgumentValues}), and formulas ({@code
 * FormulaDeclarations}). Start at {@link dev.nnlang.compiler.resolve.scope.Scope}, which the other rooms are given.
 */
package dev.nnlang.compiler.resolve.scope;
