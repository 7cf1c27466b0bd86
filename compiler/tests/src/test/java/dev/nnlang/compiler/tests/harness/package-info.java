/** From the text of a {@code .nn} file to running Java, in memory. Imports the facade, and {@code training} for the face of what is generated. */
package dev.nnlang.compiler.tests.harness;
