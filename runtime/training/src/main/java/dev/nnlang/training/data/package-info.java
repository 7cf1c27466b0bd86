/**
 * Data as the network needs it: the schema of a table, readers of files, the split into parts, the fitting of
 * preprocessing.
 *
 * <p>May import {@code dev.nnlang.runtime} and fastcsv.
 */
package dev.nnlang.training.data;
