/**
 * Syntax tree to text, in the one canonical layout. Imports {@code source} and {@code syntax}.
 *
 * <p>What the layout owes to the author are only the places where a chain goes on to a new line, single blank lines
 * between items, and comments: they group what belongs together, which no rule can know.
 */
package dev.nnlang.compiler.format;
