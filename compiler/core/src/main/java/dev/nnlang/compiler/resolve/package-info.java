/** From syntax to {@code model}: names, types, defaults, formulas. Imports {@code diagnostic}, {@code syntax}, {@code library}, {@code model} and {@code formula}. */
package dev.nnlang.compiler.resolve;
