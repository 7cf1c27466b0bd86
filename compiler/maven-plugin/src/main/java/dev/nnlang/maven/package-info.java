/**
 * The goals of {@code nn-maven-plugin}, thin, and what they share. May import Maven, the build context of IDEs, and of
 * the compiler the facade, its diagnostics and sources, nothing behind them.
 */
package dev.nnlang.maven;
