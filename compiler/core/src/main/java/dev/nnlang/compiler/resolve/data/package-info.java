/**
 * {@code data} declarations. In: the syntax of one. Out: {@link dev.nnlang.compiler.resolve.data.Rows}, the columns with their types,
 * preprocessing, source and split. Start at {@link dev.nnlang.compiler.resolve.data.DataResolver}.
 */
package dev.nnlang.compiler.resolve.data;
