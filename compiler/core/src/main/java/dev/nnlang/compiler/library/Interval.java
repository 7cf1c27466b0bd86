package dev.nnlang.compiler.library;

/** A range of real numbers, {@code 0..1}; both ends belong to it. */
public record Interval(double from, double to) {}
