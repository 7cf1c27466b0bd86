/**
 * From program to Java text: the only user of JavaPoet. Decides nothing about what is computed and how; prints the program, and around it the
 * row, the labels, the reader and the settings that the model declares. Two dialects: {@code Java…} prints loop nests as plain loops,
 * {@code Simd…} the same nests with the vectors of {@code jdk.incubator.vector}, as classes that override the steps that differ. Imports {@code program}, {@code formula}, {@code graph} and
 * {@code model}.
 */
package dev.nnlang.compiler.emit;
