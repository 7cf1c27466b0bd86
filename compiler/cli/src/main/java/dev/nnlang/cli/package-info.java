/**
 * The {@code nn} command: one small class per subcommand. May import the compiler's facade, its diagnostics and sources,
 * the training runtime and picocli, and nothing behind them.
 */
package dev.nnlang.cli;
