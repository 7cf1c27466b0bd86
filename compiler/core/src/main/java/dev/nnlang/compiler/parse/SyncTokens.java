package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Where a reader who has lost the thread finds it again. The grammar ignores line ends; people do not, so a landmark is
 * the first token of its line.
 */
final class SyncTokens {

    private static final Set<Integer> DECLARATIONS = Set.of(
            NnLexer.DATA,
            NnLexer.NETWORK,
            NnLexer.TRAIN,
            NnLexer.BLOCK,
            NnLexer.ACTIVATION,
            NnLexer.LOSS,
            NnLexer.PARAM);

    private static final Set<Integer> OTHER_NAMES = Set.of(
            NnLexer.NAME,
            NnLexer.PACKAGE,
            NnLexer.FOR,
            NnLexer.INPUT,
            NnLexer.TARGET,
            NnLexer.ONE,
            NnLexer.OF,
            NnLexer.PER);

    private static final Set<Integer> AFTER_KEYWORD = Set.of(NnLexer.EQUAL, NnLexer.LEFT_BRACE);
    private static final Set<Integer> AFTER_TITLE = Set.of(NnLexer.FOR, NnLexer.LEFT_BRACE);
    /** Behind one of these a call goes on. */
    private static final Set<Integer> IN_CALL = Set.of(NnLexer.COMMA, NnLexer.LEFT_PAREN);

    /** Behind one of these whatever it is goes on. */
    private static final Set<Integer> UNFINISHED = Set.of(
            NnLexer.COMMA,
            NnLexer.LEFT_PAREN,
            NnLexer.ARROW,
            NnLexer.BAR,
            NnLexer.COLON,
            NnLexer.OF,
            NnLexer.NOT,
            NnLexer.EQUAL,
            NnLexer.STAR,
            NnLexer.PLUS,
            NnLexer.MINUS,
            NnLexer.SLASH,
            NnLexer.LESS,
            NnLexer.AT_MOST,
            NnLexer.GREATER,
            NnLexer.AT_LEAST,
            NnLexer.NOT_EQUAL,
            NnLexer.AND,
            NnLexer.OR);

    private static final Set<Integer> AFTER_FIRST_LAYER = Set.of(NnLexer.ARROW, NnLexer.LEFT_PAREN);

    private SyncTokens() {}

    static boolean isName(Token token) {
        return DECLARATIONS.contains(token.getType()) || OTHER_NAMES.contains(token.getType());
    }

    /**
     * {@code network Iris} at the start of a line, and what may be meant for it: {@code netwrok Iris for}, {@code data
     * \{}.
     */
    static boolean startsDeclaration(List<Token> tokens, int i) {
        if (!startsLine(tokens, i) || !isName(tokens.get(i))) {
            return false;
        }
        boolean named = isName(next(tokens, i));
        return DECLARATIONS.contains(tokens.get(i).getType())
                ? named || AFTER_KEYWORD.contains(next(tokens, i).getType())
                : named && AFTER_TITLE.contains(next(tokens, i + 1).getType());
    }

    /**
     * {@code input}, {@code target}, {@code batch:} or a mere {@code batch} at the start of a line, and not in the
     * middle of an item.
     */
    static boolean startsItem(List<Token> tokens, int i) {
        int type = tokens.get(i).getType();
        boolean certain = type == NnLexer.INPUT
                || type == NnLexer.TARGET
                || next(tokens, i).getType() == NnLexer.COLON;
        return isName(tokens.get(i)) && startsLine(tokens, i) && !follows(tokens, i, certain ? IN_CALL : UNFINISHED);
    }

    /** {@code let}, {@code stem ->} or {@code concat(} at the start of a line, and not in the middle of a chain. */
    static boolean startsStatement(List<Token> tokens, int i) {
        if (!startsLine(tokens, i)) {
            return false;
        }
        boolean chain = isName(tokens.get(i))
                && AFTER_FIRST_LAYER.contains(next(tokens, i).getType())
                && !follows(tokens, i, UNFINISHED);
        return chain || tokens.get(i).getType() == NnLexer.LET;
    }

    private static boolean startsLine(List<Token> tokens, int i) {
        return i == 0 || tokens.get(i - 1).getLine() < tokens.get(i).getLine();
    }

    private static boolean follows(List<Token> tokens, int i, Set<Integer> types) {
        return i > 0 && types.contains(tokens.get(i - 1).getType());
    }

    private static Token next(List<Token> tokens, int i) {
        return tokens.get(Math.min(i + 1, tokens.size() - 1));
    }
}
