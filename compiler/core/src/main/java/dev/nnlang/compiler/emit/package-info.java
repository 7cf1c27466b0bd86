/**
 * From program to Java text: the only user of JavaPoet. Decides nothing about what is computed and how; prints the program, and around it the
 * row, the labels, the reader and the settings that the model declares. Start at {@link dev.nnlang.compiler.emit.Emission}, which says which
 * classes a file becomes. Rooms: {@code data} (rows, labels, reader), {@code predictor}, {@code trainer}, {@code plain} (loops in plain Java),
 * {@code vector} (the same loops with the vectors of {@code jdk.incubator.vector}), {@code network} (what the classes of a network share) and
 * {@code java} (pieces of Java text). Imports {@code program}, {@code formula}, {@code graph} and {@code model}.
 */
package dev.nnlang.compiler.emit;
