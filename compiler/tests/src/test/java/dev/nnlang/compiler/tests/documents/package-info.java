/** What the project's pages say is true: their examples, their excerpts of generated Java, their links. May import the facade and the harness. */
package dev.nnlang.compiler.tests.documents;
