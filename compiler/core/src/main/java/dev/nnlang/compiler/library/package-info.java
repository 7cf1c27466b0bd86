/**
 * What the language knows by name: the table of signatures (layers, optimizers, transforms, sources, …) and {@code std.nn}, the activations,
 * losses and blocks that are declared in the language itself. Messages, suggestions, {@code nn explain} and the reference page all come from
 * that table. Imports {@code source} and {@code syntax}.
 */
package dev.nnlang.compiler.library;
