/**
 * The syntax tree: what was written, nothing more. Records with spans; every part of the language is here. Imports
 * {@code source} only.
 */
package dev.nnlang.compiler.syntax;
