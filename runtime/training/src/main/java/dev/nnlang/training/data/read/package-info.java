/**
 * Readers. In go a {@link dev.nnlang.training.data.Source} and the {@link dev.nnlang.training.data.Schema} that its files must
 * fit; out come rows, or a {@link dev.nnlang.training.data.DataException} that says where a file does not fit.
 *
 * <p>Start with {@link dev.nnlang.training.data.read.Tables}, which picks the {@link dev.nnlang.training.data.read.RowReader} of
 * a source: {@code CsvRows}, {@code NpyRows}, {@code IdxRows}, {@code Cifar10Rows}, {@code ImageRows}.
 *
 * <p>May import {@code data}, {@code data.file}, {@code data.image} and fastcsv.
 */
package dev.nnlang.training.data.read;
