/**
 * The class that trains: the settings of its task, the face that the training loop sees, its passes and the optimizer. Start at
 * {@link dev.nnlang.compiler.emit.trainer.TrainerClass}.
 */
package dev.nnlang.compiler.emit.trainer;
