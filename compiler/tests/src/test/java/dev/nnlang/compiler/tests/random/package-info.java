/** Random networks, on which the reference interpreter, generated Java and finite differences must agree. */
package dev.nnlang.compiler.tests.random;
