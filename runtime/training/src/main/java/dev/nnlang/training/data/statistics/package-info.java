/**
 * Mean, deviation, median, minimum and maximum of the training values. In go values; out come {@link
 * dev.nnlang.training.data.statistics.Statistics}: a {@link dev.nnlang.training.data.statistics.Sample} of values in memory, a
 * {@link dev.nnlang.training.data.statistics.Summary} of values that are streamed.
 *
 * <p>May import {@code dev.nnlang.runtime}.
 */
package dev.nnlang.training.data.statistics;
