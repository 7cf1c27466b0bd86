/** What every stage makes of some files, for human eyes: {@code src/test/resources/cases/<feature>/<case>}. */
package dev.nnlang.compiler.tests.cases;
