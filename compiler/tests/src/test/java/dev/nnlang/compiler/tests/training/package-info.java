/** The choices of a {@code train} declaration, held against figures worked out by hand or published. */
package dev.nnlang.compiler.tests.training;
