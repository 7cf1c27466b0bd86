/**
 * Winograd's minimal filtering of 3 x 3 windows, for generated code that computes with vectors. {@link
 * dev.nnlang.runtime.simd.winograd.Winograd} says how it works, and where the elements of a patch lie; then there is a class for
 * each of its three matrices, which transforms forward and, for gradients, backward. The products between the transformations are
 * those of the generated code. May import its parent package, the JDK's vector module and {@code java.base}.
 */
package dev.nnlang.runtime.simd.winograd;
