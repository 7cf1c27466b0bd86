package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Bounds how deep a syntax tree can become before anybody builds it, because parser, readers and all later stages
 * recurse over it. The depth is estimated from the tokens: a bracket is a level, and so is an operator.
 */
final class Nesting {

    static final int LIMIT = 256;

    private static final Set<Integer> OPEN = Set.of(NnLexer.LEFT_PAREN, NnLexer.LEFT_BRACKET, NnLexer.LEFT_BRACE);
    private static final Set<Integer> CLOSE = Set.of(NnLexer.RIGHT_PAREN, NnLexer.RIGHT_BRACKET, NnLexer.RIGHT_BRACE);
    private static final Set<Integer> OPERATORS = Set.of(
            NnLexer.POWER,
            NnLexer.MINUS,
            NnLexer.STAR,
            NnLexer.SLASH,
            NnLexer.PLUS,
            NnLexer.LESS,
            NnLexer.AT_MOST,
            NnLexer.GREATER,
            NnLexer.AT_LEAST,
            NnLexer.EQUAL,
            NnLexer.NOT_EQUAL,
            NnLexer.NOT,
            NnLexer.AND,
            NnLexer.OR,
            NnLexer.IF,
            NnLexer.THEN,
            NnLexer.ELSE);
    private static final Set<Integer> SEPARATORS =
            Set.of(NnLexer.COMMA, NnLexer.SEMICOLON, NnLexer.COLON, NnLexer.ARROW, NnLexer.BAR);

    private final Deque<Integer> outer = new ArrayDeque<>();
    private int depth;
    private boolean afterOperand;

    private Nesting() {}

    /** The first token that is too deep, if there is one. */
    static Optional<Token> firstTooDeep(Tokens tokens) {
        Nesting nesting = new Nesting();
        return tokens.list().stream().filter(nesting::exceeds).findFirst();
    }

    private boolean exceeds(Token token) {
        int type = token.getType();
        if (OPEN.contains(type)) {
            outer.push(depth);
            depth++;
        } else if (CLOSE.contains(type) && !outer.isEmpty()) {
            depth = outer.pop();
        } else if (OPERATORS.contains(type)) {
            depth++;
        } else if (SEPARATORS.contains(type) || afterOperand && type != NnLexer.DOT) {
            // Two operands in a row: the second one starts something new.
            depth = outer.isEmpty() ? 0 : outer.peek() + 1;
        }
        afterOperand =
                !OPEN.contains(type) && !OPERATORS.contains(type) && !SEPARATORS.contains(type) && type != NnLexer.DOT;
        return depth > LIMIT;
    }
}
