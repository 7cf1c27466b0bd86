package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.model.DataSet;

/**
 * The data that a network is for.
 *
 * @param sound whether nothing is wrong with its declaration; otherwise what does not fit it is no news
 */
public record Rows(DataSet data, boolean sound) {}
