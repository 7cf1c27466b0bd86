package dev.nnlang.training.metrics;

/**
 * What a network should have said of the rows of a batch.
 *
 * @param labels {@code [rows]} of a classification
 * @param numbers {@code [rows][width]} of a regression, as in the data
 */
public record Answers(int[] labels, double[] numbers) {}
