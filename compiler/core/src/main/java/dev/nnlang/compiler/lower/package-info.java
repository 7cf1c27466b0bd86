/**
 * From model to graph: shapes become known, layers become ops, initial weights are chosen. The only place where a bad shape is a user's error.
 * Imports {@code model}, {@code graph}, {@code formula} and {@code diagnostic}.
 */
package dev.nnlang.compiler.lower;
