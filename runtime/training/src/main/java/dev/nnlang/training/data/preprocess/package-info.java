/**
 * Preprocessing. In go the training rows and the steps that the schema declares; out come the fitted transforms ({@link
 * dev.nnlang.training.data.preprocess.Fitting}) and columns as the network sees them ({@link
 * dev.nnlang.training.data.preprocess.Encoded}).
 *
 * <p>Start with {@code Fitting}. {@link dev.nnlang.training.data.preprocess.ImageChange} is augmentation: one random change of an
 * image.
 *
 * <p>May import {@code data}, {@code data.split}, {@code data.statistics} and {@code dev.nnlang.runtime}.
 */
package dev.nnlang.training.data.preprocess;
