/**
 * From graph to program: which nodes form a step, which loops are shared, what lives in an array and what in a local variable, how sums of
 * products are cut for registers ({@code Tiles}), what each thread computes and where threads wait for each other ({@code Sharing}), which
 * values share an array ({@code MemoryPlan}). Imports {@code graph}, {@code formula} and {@code program}.
 */
package dev.nnlang.compiler.schedule;
