package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.grammar.NnParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Makes a syntax tree of a text. */
public final class Parser {

    private final Spans spans;
    private final Diagnostics diagnostics;
    private final Tokens tokens;

    private Parser(SourceFile file, Diagnostics diagnostics) {
        this.spans = new Spans(file);
        this.diagnostics = diagnostics;
        this.tokens = TokenReader.read(file, spans, diagnostics);
    }

    /** Parses {@code file}; after mistakes, which are reported, the tree holds what could be understood. */
    public static SourceUnit parse(SourceFile file, Diagnostics diagnostics) {
        return new Parser(file, diagnostics).parse();
    }

    private SourceUnit parse() {
        Optional<Token> tooDeep = Nesting.firstTooDeep(tokens);
        tooDeep.ifPresent(
                token -> diagnostics.report(DiagnosticKind.NESTED_TOO_DEEPLY, spans.of(token), Nesting.LIMIT));
        return read(tooDeep.isPresent() ? List.of() : parseFast().map(List::of).orElseGet(this::parseParts));
    }

    /** The whole file in SLL mode, which is fast and gives up where it does not understand; empty if it gave up. */
    private Optional<NnParser.FileContext> parseFast() {
        NnParser parser = new NnParser(tokens.stream());
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return Optional.of(parser.file());
        } catch (ParseCancellationException notUnderstood) {
            return Optional.empty();
        }
    }

    private List<NnParser.FileContext> parseParts() {
        return tokens.parts().stream().map(this::parsePart).toList();
    }

    private NnParser.FileContext parsePart(CommonTokenStream part) {
        NnParser parser = new NnParser(part);
        parser.removeErrorListeners();
        parser.setErrorHandler(new Recovery(part, new SyntaxErrors(spans, tokens.doubtful(), diagnostics)));
        return parser.file();
    }

    private SourceUnit read(List<NnParser.FileContext> parts) {
        Docs docs = new Docs(tokens);
        ExpressionReader expressions = new ExpressionReader(spans, diagnostics);
        DeclarationReader reader = new DeclarationReader(expressions, docs);
        List<Declaration> declarations = parts.stream()
                .flatMap(part -> part.declarations.stream())
                .flatMap(declaration -> reader.read(declaration).stream())
                .toList();
        if (!diagnostics.hasErrors()) {
            docs.reportUnread(spans, diagnostics);
        }
        return new SourceUnit(packageName(parts, expressions), declarations, comments(), spans.wholeFile());
    }

    private static Optional<Expression.Reference> packageName(
            List<NnParser.FileContext> parts, ExpressionReader expressions) {
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(part.packageClause()).stream())
                .filter(ParseTreeCheck::isSound)
                .map(clause -> expressions.visitPath(clause.path()))
                .findFirst();
    }

    private List<SourceUnit.Comment> comments() {
        return tokens.comments().stream()
                .map(comment -> new SourceUnit.Comment(comment.getText().stripTrailing(), spans.of(comment)))
                .toList();
    }
}
