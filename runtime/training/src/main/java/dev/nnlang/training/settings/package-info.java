/**
 * What a run can be told: learning rate, batch, seed, stop condition, files. In goes text, as {@code rate=0.05} on a command
 * line, or calls from Java; out come {@link dev.nnlang.training.settings.Settings}.
 *
 * <p>Start with {@code Setting}, the table of all settings that can be written as text. {@link
 * dev.nnlang.training.settings.Schedule} is the learning rate over time, {@link dev.nnlang.training.settings.Until} the stop
 * condition, which asks a {@link dev.nnlang.training.settings.RunState}.
 *
 * <p>May import {@code metrics}.
 */
package dev.nnlang.training.settings;
