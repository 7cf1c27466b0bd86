/** Tables for people: layers, shapes, parameters, cost, memory. Imports {@code model}, {@code graph}, {@code program} and {@code formula}. */
package dev.nnlang.compiler.explain;
