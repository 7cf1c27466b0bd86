/**
 * The class that predicts, with its workspace and its predictions. Start at {@link dev.nnlang.compiler.emit.predictor.PredictorClass}.
 */
package dev.nnlang.compiler.emit.predictor;
