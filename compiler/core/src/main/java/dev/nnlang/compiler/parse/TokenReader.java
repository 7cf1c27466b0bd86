package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.grammar.NnLexer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts text into tokens. What is no token is reported and taken for what it was meant to be, so that the parser need
 * not stumble over it.
 */
final class TokenReader {

    /** {@code 0.1x}: a factor that stands before a name as in mathematics. */
    private static final Pattern PRODUCT = Pattern.compile("([0-9]+\\.[0-9]+)(?![eE]\\b)([a-zA-Z_]\\w*)");

    private final Spans spans;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> comments = new ArrayList<>();
    private final Set<Integer> doubtful = new HashSet<>();
    private boolean doubt;

    private TokenReader(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    static Tokens read(SourceFile file, Spans spans, Diagnostics diagnostics) {
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text()));
        lexer.removeErrorListeners();
        TokenReader reader = new TokenReader(spans, diagnostics);
        lexer.getAllTokens().forEach(reader::accept);
        reader.add(lexer.emitEOF());
        return new Tokens(List.copyOf(reader.tokens), List.copyOf(reader.comments), Set.copyOf(reader.doubtful));
    }

    private void accept(Token token) {
        switch (token.getType()) {
            case NnLexer.COMMENT, NnLexer.DOC_COMMENT -> comments.add(token);
            case NnLexer.MALFORMED_NUMBER -> addAs(NnLexer.NUMBER, "0", malformedNumber(token), token);
            case NnLexer.FOREIGN_NAME ->
                addAs(NnLexer.NAME, token.getText(), report(DiagnosticKind.MALFORMED_NAME, token), token);
            case NnLexer.UNCLOSED_STRING ->
                addAs(NnLexer.STRING, "\"\"", report(DiagnosticKind.UNCLOSED_STRING, token), token);
            case NnLexer.SINGLE_QUOTED ->
                addAs(NnLexer.STRING, "\"\"", report(DiagnosticKind.SINGLE_QUOTED_STRING, token), token);
            case NnLexer.UNKNOWN -> unknown(token);
            default -> add(token);
        }
    }

    private void add(Token token) {
        if (doubt) {
            doubtful.add(token.getStartIndex());
            doubt = false;
        }
        tokens.add(token);
    }

    /**
     * Adds what {@code token} was meant to be: after {@code diagnostic}, errors at it and right behind it would say the
     * same again.
     */
    private void addAs(int type, String text, Diagnostic diagnostic, Token token) {
        diagnostics.report(diagnostic);
        CommonToken meant = new CommonToken(token);
        meant.setType(type);
        meant.setText(text);
        doubt = true;
        add(meant);
        doubt = true;
    }

    private void unknown(Token token) {
        Diagnostic plain = report(DiagnosticKind.UNKNOWN_CHARACTER, token);
        Diagnostic diagnostic =
                plain.withHelp(TokenNames.insteadOf(token.getText()).orElse("remove it"));
        switch (token.getText()) {
            case "→", "⟶", "⇒" -> addAs(NnLexer.ARROW, "->", diagnostic, token);
            case "&" -> addAs(NnLexer.AND, "and", diagnostic, token);
            case "!" -> addAs(NnLexer.NOT, "not", diagnostic, token);
            default -> {
                diagnostics.report(diagnostic);
                doubt = true;
            }
        }
    }

    private Diagnostic malformedNumber(Token token) {
        Diagnostic diagnostic = report(DiagnosticKind.MALFORMED_NUMBER, token);
        String text = token.getText();
        Matcher product = PRODUCT.matcher(text);
        if (text.startsWith(".")) {
            return diagnostic.withHelp("write `0" + text + "`");
        }
        return product.matches()
                ? diagnostic.withNote("a product is written `" + product.group(1) + " * " + product.group(2) + "`")
                : diagnostic;
    }

    private Diagnostic report(DiagnosticKind kind, Token token) {
        return Diagnostic.of(kind, spans.of(token), TokenNames.printable(token.getText()));
    }
}
