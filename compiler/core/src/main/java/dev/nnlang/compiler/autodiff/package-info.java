/** Reverse-mode differentiation: one rule an op. Imports {@code graph} and {@code formula}. */
package dev.nnlang.compiler.autodiff;
