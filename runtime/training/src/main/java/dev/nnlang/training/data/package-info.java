/**
 * What data are: the {@link dev.nnlang.training.data.Schema} that a {@code data} declaration becomes, and the {@link
 * dev.nnlang.training.data.Table} of rows in memory. What is done with them has rooms of its own.
 *
 * <p>Start with {@code Schema} and {@code Column}. From a file to a network the rows go through:
 *
 * <ol>
 *   <li>{@code read}: a file becomes rows ({@code file} opens it, {@code image} decodes images)
 *   <li>{@code split}: rows become the training, validation and test parts
 *   <li>{@code statistics} and {@code preprocess}: means, deviations and so on of the training rows become transforms
 * </ol>
 *
 * <p>May import {@code dev.nnlang.runtime}.
 */
package dev.nnlang.training.data;
