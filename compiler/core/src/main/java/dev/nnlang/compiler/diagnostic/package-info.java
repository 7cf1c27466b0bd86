/** What the compiler says to its user: values with a code, a place and help. Imports {@code source} only. */
package dev.nnlang.compiler.diagnostic;
