package dev.nnlang.compiler.lower;

/** What a graph is for: normalisation and dropout compute something else while training. */
enum Mode {
    TRAIN,
    PREDICT
}
