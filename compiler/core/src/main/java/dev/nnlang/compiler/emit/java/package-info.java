/**
 * Pieces of Java text that know nothing of the class around them: formulas, places in arrays, loops, literals, comments, and the layout of the
 * whole file. Comes in: parts of a program. Goes out: code blocks. Imports no other room.
 */
package dev.nnlang.compiler.emit.java;
