/** Networks on which the reference interpreter, generated Java and finite differences must agree: random ones, and some with names that ask for trouble. */
package dev.nnlang.compiler.tests.agreement;
