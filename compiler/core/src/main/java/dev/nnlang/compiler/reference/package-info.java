/**
 * Everything that has a name, for readers: one page, and the same in a terminal. All of it follows from the table of signatures and from what
 * {@code std.nn} declares. Imports {@code library}, {@code model} and {@code formula}.
 */
package dev.nnlang.compiler.reference;
