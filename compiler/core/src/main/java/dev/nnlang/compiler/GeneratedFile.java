package dev.nnlang.compiler;

/**
 * A Java source file that was generated.
 *
 * @param path relative, with slashes: {@code samples/iris/Iris.java}
 * @param className fully qualified
 */
public record GeneratedFile(String path, String className, String text) {}
