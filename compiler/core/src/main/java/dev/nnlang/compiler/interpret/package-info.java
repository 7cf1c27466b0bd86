/**
 * The reference interpreter: the living definition of what every op means, in double precision and with no thought of speed. Generated code,
 * finite differences and PyTorch's figures are held against it. Imports {@code graph} and {@code formula}.
 */
package dev.nnlang.compiler.interpret;
