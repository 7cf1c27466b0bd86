package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.grammar.NnLexer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The {@code ///} comments: each belongs to what starts right behind it. */
final class Docs {

    /** The comments before a token, by the place where that token starts. */
    private final Map<Integer, List<Token>> unread = new LinkedHashMap<>();

    Docs(Tokens tokens) {
        int next = 0;
        int lastLine = 0;
        for (Token comment : tokens.comments()) {
            while (tokens.list().get(next).getStartIndex() < comment.getStartIndex()) {
                lastLine = tokens.list().get(next).getLine();
                next++;
            }
            if (comment.getType() == NnLexer.DOC_COMMENT) {
                // Behind something on its line a comment documents nothing, so it belongs to no token.
                int owner = comment.getLine() == lastLine
                        ? -comment.getStartIndex()
                        : tokens.list().get(next).getStartIndex();
                unread.computeIfAbsent(owner, start -> new ArrayList<>()).add(comment);
            }
        }
    }

    /** The text that documents {@code tree}, without slashes; empty if there is none. */
    String take(ParserRuleContext tree) {
        List<Token> comments = unread.remove(tree.getStart().getStartIndex());
        return comments == null ? "" : comments.stream().map(Docs::text).collect(Collectors.joining("\n"));
    }

    /** Reports those that nobody took. */
    void reportUnread(Spans spans, Diagnostics diagnostics) {
        unread.values().forEach(comments -> diagnostics.report(DiagnosticKind.DANGLING_DOC, spans.of(comments.get(0))));
    }

    private static String text(Token comment) {
        return comment.getText().replaceFirst("^/// ?", "").stripTrailing();
    }
}
