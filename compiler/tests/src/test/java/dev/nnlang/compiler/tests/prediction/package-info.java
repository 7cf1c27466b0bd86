/** Generated predictors as a program calls them. */
package dev.nnlang.compiler.tests.prediction;
