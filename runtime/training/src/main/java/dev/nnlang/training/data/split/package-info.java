/**
 * The parts of the data: training, validation and test. In goes a table, or a source that is streamed; out come {@link
 * dev.nnlang.training.data.split.Parts}.
 *
 * <p>Start with {@link dev.nnlang.training.data.split.Splitter} for rows in memory, with {@link
 * dev.nnlang.training.data.split.FirstPass} for streamed rows. {@code ClassBalance} says how often a row is trained on where
 * classes are balanced.
 *
 * <p>May import {@code data}, {@code data.read} and {@code data.statistics}.
 */
package dev.nnlang.training.data.split;
