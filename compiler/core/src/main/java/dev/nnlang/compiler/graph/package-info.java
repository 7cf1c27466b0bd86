/**
 * A network as tensors and operations with static shapes: the form in which it is differentiated and rewritten. A graph of values made by ops,
 * in the order of computing. Imports {@code formula} and, of the source, spans only.
 */
package dev.nnlang.compiler.graph;
