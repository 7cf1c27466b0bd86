/**
 * Loop nests in plain Java. Comes in: the nests of a step. Goes out: the body of its method. Start at
 * {@link dev.nnlang.compiler.emit.plain.JavaNests}, which has a case for each shape of nest.
 */
package dev.nnlang.compiler.emit.plain;
