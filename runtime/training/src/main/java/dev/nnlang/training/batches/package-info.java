/**
 * From rows to batches. In goes a {@link dev.nnlang.training.data.split.Part} of the data with its fitted preprocessing; out come
 * batches in the arrays of a network.
 *
 * <p>Start with {@link dev.nnlang.training.batches.BatchSources}: it picks the source that fits (rows in memory, rows that are
 * streamed, either of them prefetched by a second thread). {@code BatchLoader} writes rows into the arrays.
 *
 * <p>May import {@code network}, {@code data} and its rooms, {@code metrics}.
 */
package dev.nnlang.training.batches;
