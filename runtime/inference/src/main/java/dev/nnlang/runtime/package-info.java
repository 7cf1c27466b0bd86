/**
 * What a generated predictor needs when it runs: the model file, fitted transforms, and the functions that {@link Math}
 * lacks.
 *
 * <p>May import the JDK's {@code java.base}, nothing else.
 */
package dev.nnlang.runtime;
