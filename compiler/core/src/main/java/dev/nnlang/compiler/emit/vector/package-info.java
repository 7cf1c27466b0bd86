/**
 * Loop nests with the vectors of {@code jdk.incubator.vector}. Comes in: the nests of a step. Goes out: classes that override the steps in
 * which vectors help. Start at {@link dev.nnlang.compiler.emit.vector.SimdClass}; {@link dev.nnlang.compiler.emit.vector.SimdNests} chooses the printer of
 * each nest.
 */
package dev.nnlang.compiler.emit.vector;
