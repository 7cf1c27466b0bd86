/** Data of every kind, from the file through training to the predictor. Imports the facade, {@code training} and the harness. */
package dev.nnlang.compiler.tests.data;
