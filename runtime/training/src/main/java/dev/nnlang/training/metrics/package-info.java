/**
 * How good a network's answers are.
 *
 * <p>Imports nothing but the JDK.
 */
package dev.nnlang.training.metrics;
