/** Generated Java against what PyTorch computes for the same networks: {@code src/test/resources/oracle}. */
package dev.nnlang.compiler.tests.oracle;
