/**
 * From graph to program: which nodes form a step, which loops are shared, what lives in an array and what in a local variable. Imports
 * {@code graph}, {@code formula} and {@code program}.
 */
package dev.nnlang.compiler.schedule;
