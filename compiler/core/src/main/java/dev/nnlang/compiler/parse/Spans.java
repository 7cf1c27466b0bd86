package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The places of tokens and parse trees. ANTLR counts code points where spans count {@code char}s. */
final class Spans {

    private final SourceFile file;

    /** The offset of each code point; empty where they are the same, which is nearly always. */
    private final int[] offsets;

    Spans(SourceFile file) {
        this.file = file;
        String text = file.text();
        boolean same = text.codePointCount(0, text.length()) == text.length();
        this.offsets = same ? new int[0] : offsets(text);
    }

    Span of(Token token) {
        return of(token, token);
    }

    Span of(ParserRuleContext tree) {
        return of(tree.getStart(), tree.getStop());
    }

    Span of(Token first, Token last) {
        int start = offset(first.getStartIndex());
        return new Span(file, start, Math.max(start, offset(last.getStopIndex() + 1)));
    }

    Span wholeFile() {
        return new Span(file, 0, file.text().length());
    }

    private int offset(int codePoint) {
        return offsets.length == 0 ? codePoint : offsets[codePoint];
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
        }
        return offsets;
    }
}
