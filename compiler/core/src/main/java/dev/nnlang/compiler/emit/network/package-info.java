/**
 * What the classes of a network have in common: what they are called, fields and constants for buffers and dims, a method for each step. Comes
 * in: a {@link dev.nnlang.compiler.emit.network.NetworkUnit}, the programs of a network.
 */
package dev.nnlang.compiler.emit.network;
