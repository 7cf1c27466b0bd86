/**
 * {@code train} declarations. In: the syntax of one, and the targets of its network. Out: losses, optimizer, regularisation, metrics and stop
 * conditions. Start at {@link dev.nnlang.compiler.resolve.training.TrainingResolver}.
 */
package dev.nnlang.compiler.resolve.training;
