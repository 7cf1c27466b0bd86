/**
 * Text to syntax tree. The only user of ANTLR, whose parse trees never leave this package. Imports {@code source},
 * {@code diagnostic} and {@code syntax}.
 *
 * <p>A file without mistakes takes the short way: {@link dev.nnlang.compiler.parse.TokenReader tokens}, one fast parse,
 * and the readers that turn its parse tree into records. After a mistake the file is cut into declarations, and each is
 * parsed alone and with {@link dev.nnlang.compiler.parse.Recovery}, so that one mistake hides no other and causes no
 * other.
 */
package dev.nnlang.compiler.parse;
