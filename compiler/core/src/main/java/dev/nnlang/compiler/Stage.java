package dev.nnlang.compiler;

/** A stage whose result can be looked at: {@code nn explain --stage=graph}. */
public enum Stage {
    SYNTAX,
    MODEL,
    GRAPH,
    PROGRAM,
    JAVA
}
