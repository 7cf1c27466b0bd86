package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** What to do about a token that cannot stand where it does, where habits of other languages or a slip explain it. */
final class SyntaxHints {

    private SyntaxHints() {}

    /** The advice for the token at {@code index}, if there is any. */
    static Optional<String> of(List<Token> tokens, int index, ExpectedTokens expected) {
        Token found = tokens.get(index);
        Token before = index == 0 ? found : tokens.get(index - 1);
        if (found.getType() == NnLexer.SEMICOLON) {
            return Optional.of("nothing ends in `;` here: remove it");
        }
        if (found.getType() == NnLexer.STAR && before.getType() == NnLexer.STAR) {
            return Optional.of("a power is written `^`: 2^3");
        }
        if (found.getType() == NnLexer.MINUS && isCategory(tokens, index)) {
            String header = before.getText() + "-" + tokens.get(index + 1).getText();
            return Optional.of("give it a name, and say behind it what the file writes: " + header.replace('-', '_')
                    + " \"" + header + "\"");
        }
        if (expected.includes(NnLexer.COLON) && isSecondName(tokens, index - 1)) {
            return Optional.of("is a comma missing before `" + before.getText() + "`?");
        }
        return isSecondName(tokens, index) ? missing(before, found, expected) : Optional.empty();
    }

    /** Whether two names stand side by side on a line, of which the second is at {@code index}. */
    private static boolean isSecondName(List<Token> tokens, int index) {
        return index > 0
                && SyncTokens.isName(tokens.get(index))
                && (tokens.get(index - 1).getType() == NnLexer.NAME
                        || tokens.get(index - 1).getType() == NnLexer.RIGHT_PAREN)
                && tokens.get(index - 1).getLine() == tokens.get(index).getLine();
    }

    private static Optional<String> missing(Token before, Token found, ExpectedTokens expected) {
        if (expected.includes(NnLexer.ARROW) && !expected.includes(NnLexer.COLON)) {
            return Optional.of("is a `->` missing before `" + found.getText() + "`?");
        }
        boolean canJoin = expected.includes(NnLexer.COMMA) && SyncTokens.isName(before);
        String both = before.getText() + " " + found.getText();
        return canJoin
                ? Optional.of("write a comma between them, or, if the file calls it \"" + both + "\": "
                        + before.getText() + "_" + found.getText() + " \"" + both + "\"")
                : Optional.empty();
    }

    /** Whether the {@code -} at {@code index} stands inside of what is meant as a value of {@code one of}. */
    private static boolean isCategory(List<Token> tokens, int index) {
        int start = index - 1;
        while (start > 0
                && (tokens.get(start).getType() == NnLexer.COMMA
                        || tokens.get(start).getType() == NnLexer.NAME)) {
            start--;
        }
        return index > 1 && index + 1 < tokens.size() && tokens.get(start).getType() == NnLexer.OF;
    }
}
