/** Passes that change a graph and not its meaning: one verb-named class each, in the one ordered list of {@link dev.nnlang.compiler.rewrite.Rewrites}. Imports {@code graph} and {@code formula}. */
package dev.nnlang.compiler.rewrite;
