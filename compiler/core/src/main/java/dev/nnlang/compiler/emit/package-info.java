/**
 * From program to Java text: the only user of JavaPoet. Decides nothing about what is computed and how; prints the program, and around it the
 * row, the labels, the reader and the settings that the model declares. Imports {@code program}, {@code formula}, {@code graph} and
 * {@code model}.
 */
package dev.nnlang.compiler.emit;
