package dev.nnlang.compiler.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
    ERROR,
    WARNING
}
