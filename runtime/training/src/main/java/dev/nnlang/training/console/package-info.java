/**
 * Training as a person sees it: the dialogue on a terminal or in a log, progress, exit codes.
 *
 * <p>May import {@code dev.nnlang.training} and the packages beside it, {@code dev.nnlang.runtime} and progressbar.
 */
package dev.nnlang.training.console;
