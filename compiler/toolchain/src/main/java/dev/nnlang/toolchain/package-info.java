/**
 * What the command and the Maven plugin both do with files, javac and JVMs. In come what the compiler has generated and where it shall lie; out go
 * files that are whole, and the arguments with which a JVM sees the module of vectors. Start with {@link dev.nnlang.toolchain.GeneratedSources}.
 * Knows the compiler's facade, and neither of the two tools: errors are values or {@link java.io.IOException}s, which each tool words for its users.
 */
package dev.nnlang.toolchain;
