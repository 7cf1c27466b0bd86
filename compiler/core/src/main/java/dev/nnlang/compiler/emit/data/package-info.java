/**
 * The classes of a data set: its row, its labels, its reader.
 */
package dev.nnlang.compiler.emit.data;
