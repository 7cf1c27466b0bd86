/**
 * A training run, from its task to its model. In goes a {@link dev.nnlang.training.TrainingTask} (generated) and the {@link
 * dev.nnlang.training.settings.Settings} of the run; out comes a {@link dev.nnlang.training.TrainingResult} with the model file.
 *
 * <p>Start with {@link dev.nnlang.training.Training}: it reads the data, makes the network, and hands both to {@code
 * TrainingLoop}, which repeats step after step until the stop condition is met.
 *
 * <table>
 * <caption>Rooms</caption>
 * <tr><td>{@code settings}</td><td>what a run can be told: rate schedules, stop conditions</td></tr>
 * <tr><td>{@code network}</td><td>the interface that generated trainers implement</td></tr>
 * <tr><td>{@code data}</td><td>from files to rows, parts and statistics</td></tr>
 * <tr><td>{@code batches}</td><td>from rows to the arrays of a network</td></tr>
 * <tr><td>{@code metrics}</td><td>how good the answers are</td></tr>
 * <tr><td>{@code gradcheck}</td><td>gradients against finite differences</td></tr>
 * <tr><td>{@code console}</td><td>training as a program with a dialogue</td></tr>
 * </table>
 *
 * <p>May import all of these but {@code console} and {@code gradcheck}, and {@code dev.nnlang.runtime}. Knows nothing of the
 * compiler.
 */
package dev.nnlang.training;
