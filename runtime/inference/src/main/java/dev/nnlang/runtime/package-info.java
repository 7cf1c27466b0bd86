/**
 * What a generated predictor needs when it runs: the model file, fitted transforms, the functions that {@link Math}
 * lacks, and the threads that share the work of a step. And {@link Noise}, which only trainers draw, beside its vectors.
 *
 * <p>May import the JDK's {@code java.base}, nothing else.
 */
package dev.nnlang.runtime;
