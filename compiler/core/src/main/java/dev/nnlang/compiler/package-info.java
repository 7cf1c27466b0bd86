/** The facade: a {@code .nn} file in, Java source or diagnostics out. All that the command line and the Maven plugin see, together with {@code diagnostic} and {@code source}. */
package dev.nnlang.compiler;
