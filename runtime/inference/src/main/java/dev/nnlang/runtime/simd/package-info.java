/**
 * The functions of the language for vectors of the JDK's incubating module {@code jdk.incubator.vector}.
 *
 * <p>Only {@link dev.nnlang.runtime.simd.Simd} can be used in a process that runs without the module. May import that
 * module and {@code java.base}.
 */
package dev.nnlang.runtime.simd;
