/** The operations: one record each, with its shape rule and its operands. */
package dev.nnlang.compiler.graph.op;
