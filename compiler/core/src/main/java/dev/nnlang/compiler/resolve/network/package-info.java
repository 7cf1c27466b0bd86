/**
 * {@code network} and {@code block} declarations. In: the syntax of one, and the data it is for. Out: its layers, each with the layers that it
 * reads; blocks are written out. Start at {@link dev.nnlang.compiler.resolve.network.NetworkResolver}; {@code Body} goes through
 * statements, {@code Chains} through the links of one chain, {@code Branches} and {@code Blocks} do what their names say.
 */
package dev.nnlang.compiler.resolve.network;
