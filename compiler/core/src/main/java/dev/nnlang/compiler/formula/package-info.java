/**
 * Scalar expressions: build, simplify, differentiate, analyse, evaluate, print. Activations, losses, optimizers and fused kernels all
 * speak this language. Imports nothing of ours.
 */
package dev.nnlang.compiler.formula;
