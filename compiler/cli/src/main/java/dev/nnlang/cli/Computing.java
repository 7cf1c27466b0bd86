package dev.nnlang.cli;

/** A command that runs generated code, for which a JVM with vectors is worth being started. */
interface Computing {}
