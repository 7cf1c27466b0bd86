/**
 * What a file means: names bound, blocks expanded, defaults filled in, values checked against the table of signatures. Shapes are not known
 * yet. Imports {@code source}, {@code library} and {@code formula}.
 */
package dev.nnlang.compiler.model;
