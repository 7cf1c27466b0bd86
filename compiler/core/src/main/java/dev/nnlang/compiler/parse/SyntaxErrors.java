package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.grammar.NnLexer;
import dev.nnlang.grammar.NnParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a text that is no {@code .nn} file, as a person who reads it would. */
final class SyntaxErrors {

    private static final Map<Integer, Integer> PAIRS = Map.of(
            NnLexer.RIGHT_PAREN, NnLexer.LEFT_PAREN,
            NnLexer.RIGHT_BRACKET, NnLexer.LEFT_BRACKET,
            NnLexer.RIGHT_BRACE, NnLexer.LEFT_BRACE);

    /** Where one of these comes, whoever opened a parenthesis has forgotten it. */
    private static final Set<Integer> PAST_PARENTHESIS =
            Set.of(Token.EOF, NnLexer.RIGHT_BRACE, NnLexer.LEFT_BRACE, NnLexer.ARROW);

    private final Spans spans;
    private final Set<Integer> doubtful;
    private final Diagnostics diagnostics;

    SyntaxErrors(Spans spans, Set<Integer> doubtful, Diagnostics diagnostics) {
        this.spans = spans;
        this.doubtful = doubtful;
        this.diagnostics = diagnostics;
    }

    /**
     * Reports that the token at {@code index} cannot stand where it does.
     *
     * @param rule the grammar's rule that was being read
     */
    void report(List<Token> tokens, int index, int rule, ExpectedTokens expectation) {
        if (!doubtful.contains(tokens.get(index).getStartIndex())) {
            diagnostics.report(diagnose(tokens, index, rule, expectation));
        }
    }

    /** Reports that the item at {@code index} begins where the one before still lacks its value. */
    void reportMissingValue(List<Token> tokens, int index) {
        diagnostics.report(
                unexpected(tokens, index, TokenNames.ofRule(NnParser.RULE_value).orElseThrow()));
    }

    private Diagnostic diagnose(List<Token> tokens, int index, int rule, ExpectedTokens expectation) {
        Token found = tokens.get(index);
        boolean late = isLate(tokens, index);
        if (rule == NnParser.RULE_file) {
            return notADeclaration(found);
        }
        if (TokenNames.isReserved(found) && expectation.includesName()) {
            return Diagnostic.of(DiagnosticKind.RESERVED_WORD, spans.of(found), found.getText());
        }
        if (found.getType() == Token.EOF && expectation.includes(NnLexer.RIGHT_BRACE)) {
            return unclosed(DiagnosticKind.UNCLOSED_BRACE, tokens, index, NnLexer.RIGHT_BRACE);
        }
        if (expectation.includes(NnLexer.RIGHT_PAREN) && (late || PAST_PARENTHESIS.contains(found.getType()))) {
            return unclosed(DiagnosticKind.UNCLOSED_PARENTHESIS, tokens, index, NnLexer.RIGHT_PAREN);
        }
        Diagnostic unexpected = unexpected(tokens, index, expectation.describe(found));
        return SyntaxHints.of(tokens, index, expectation)
                .map(unexpected::withHelp)
                .orElse(unexpected);
    }

    private Diagnostic notADeclaration(Token found) {
        if (found.getType() == NnLexer.RIGHT_BRACE) {
            return Diagnostic.of(DiagnosticKind.STRAY_BRACE, spans.of(found));
        }
        Diagnostic diagnostic =
                Diagnostic.of(DiagnosticKind.UNKNOWN_DECLARATION, spans.of(found), TokenNames.of(found));
        return Suggestion.didYouMean(found.getText(), TokenNames.DECLARATIONS)
                .map(diagnostic::withNote)
                .orElse(diagnostic);
    }

    private Diagnostic unclosed(DiagnosticKind kind, List<Token> tokens, int index, int closing) {
        Diagnostic diagnostic =
                Diagnostic.of(kind, spans.of(opening(tokens, index, closing)), TokenNames.of(tokens.get(index)));
        return diagnostic.withSecondary(
                place(tokens, index), isLate(tokens, index) ? "expected after this" : "expected before this");
    }

    private static Token opening(List<Token> tokens, int end, int closing) {
        int open = 0;
        for (int i = end - 1; i > 0; i--) {
            int type = tokens.get(i).getType();
            open += type == closing ? -1 : type == PAIRS.get(closing) ? 1 : 0;
            if (open > 0) {
                return tokens.get(i);
            }
        }
        return tokens.get(0);
    }

    private Diagnostic unexpected(List<Token> tokens, int index, String expected) {
        String after = index == 0 ? "" : " after " + TokenNames.of(tokens.get(index - 1));
        return Diagnostic.of(
                DiagnosticKind.UNEXPECTED_TOKEN,
                place(tokens, index),
                expected + after,
                TokenNames.of(tokens.get(index)));
    }

    /** Where to point: at what was found, or, if that is on another line, at what it should have followed. */
    private Span place(List<Token> tokens, int index) {
        return spans.of(tokens.get(isLate(tokens, index) ? index - 1 : index));
    }

    private static boolean isLate(List<Token> tokens, int index) {
        return index > 0
                && (tokens.get(index - 1).getLine() < tokens.get(index).getLine()
                        || tokens.get(index).getType() == Token.EOF);
    }
}
