/**
 * Training a compiled network: what the compiler generates ({@link dev.nnlang.training.Trainable}, {@link
 * dev.nnlang.training.TrainingTask}), the settings of a run, the loop of stochastic gradient descent and its result.
 *
 * <p>May import {@code dev.nnlang.runtime}, and {@code data} and {@code metrics} below it. Knows nothing of the compiler.
 */
package dev.nnlang.training;
