/**
 * The program that is printed in plain Java, made for a reader who knows the formulas. Comes in: the program of a network, which both dialects have
 * in common. Goes out: the same program with ordinary loops, sums in local variables and a method for each result. Start at
 * {@link dev.nnlang.compiler.schedule.plain.PlainProgram}, which lists the passes in order.
 */
package dev.nnlang.compiler.schedule.plain;
