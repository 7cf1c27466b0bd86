/**
 * Files of data: found by a path or a pattern, opened (and decompressed), and what is wrong with them put into words. In goes a
 * path of a {@code .nn} file; out come bytes, or a {@link dev.nnlang.training.data.DataException}.
 *
 * <p>Start with {@link dev.nnlang.training.data.file.SourceFile}.
 *
 * <p>May import {@code data}.
 */
package dev.nnlang.training.data.file;
