/**
 * Image files. In goes a PNG, JPEG, GIF, BMP or TIFF; out come its {@link dev.nnlang.training.data.image.Pixels}, resized if need
 * be.
 *
 * <p>Start with {@link dev.nnlang.training.data.image.ImageFile}.
 *
 * <p>May import {@code data} and {@code data.file}.
 */
package dev.nnlang.training.data.image;
