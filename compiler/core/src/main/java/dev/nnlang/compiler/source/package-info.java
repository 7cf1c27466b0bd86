/** Source files and places in them. Imports nothing of ours. */
package dev.nnlang.compiler.source;
