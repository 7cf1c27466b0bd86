/**
 * The interface between generated networks and what trains them. The compiler generates implementations of {@link
 * dev.nnlang.training.network.Trainable} (by way of {@link dev.nnlang.training.network.TeamTrainer}); everything else in this
 * module sees a network only through it.
 *
 * <p>Start with {@code Trainable}: batches are written into its {@link dev.nnlang.training.network.Port}s, and {@code evaluate},
 * {@code gradient} or {@code step} computes with them.
 *
 * <p>May import {@code data} (for random numbers) and {@code dev.nnlang.runtime}.
 */
package dev.nnlang.training.network;
