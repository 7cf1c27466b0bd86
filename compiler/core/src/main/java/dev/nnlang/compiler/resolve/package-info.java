/**
 * From syntax to {@code model}: names, types, defaults, formulas. Imports {@code diagnostic}, {@code syntax}, {@code library}, {@code model}
 * and {@code formula}.
 *
 * <p>In comes a file that was parsed without errors; out goes the model, if nothing is wrong with it, and everything that is wrong. Start at
 * {@link dev.nnlang.compiler.resolve.Resolver}, which goes through the declarations of a file; each kind has a room:
 *
 * <ul>
 *   <li>{@code scope}: what a name means at some place, and how arguments and formulas are read there,
 *   <li>{@code data}, {@code network}, {@code training}: the declarations of these kinds.
 * </ul>
 */
package dev.nnlang.compiler.resolve;
