package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.grammar.NnLexer;
import dev.nnlang.grammar.NnParser;
import dev.nnlang.grammar.NnParserBaseVisitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Reads names, calls and formulas. */
final class ExpressionReader extends NnParserBaseVisitor<Expression> {

    private static final Map<Integer, Expression.Operator> BINARY = Map.ofEntries(
            Map.entry(NnLexer.OR, Expression.Operator.OR),
            Map.entry(NnLexer.AND, Expression.Operator.AND),
            Map.entry(NnLexer.LESS, Expression.Operator.LESS),
            Map.entry(NnLexer.AT_MOST, Expression.Operator.AT_MOST),
            Map.entry(NnLexer.GREATER, Expression.Operator.GREATER),
            Map.entry(NnLexer.AT_LEAST, Expression.Operator.AT_LEAST),
            Map.entry(NnLexer.EQUAL, Expression.Operator.EQUAL),
            Map.entry(NnLexer.NOT_EQUAL, Expression.Operator.NOT_EQUAL),
            Map.entry(NnLexer.PLUS, Expression.Operator.ADD),
            Map.entry(NnLexer.MINUS, Expression.Operator.SUBTRACT),
            Map.entry(NnLexer.STAR, Expression.Operator.MULTIPLY),
            Map.entry(NnLexer.SLASH, Expression.Operator.DIVIDE),
            Map.entry(NnLexer.POWER, Expression.Operator.POWER));

    private final Spans spans;
    private final LiteralReader literals;

    ExpressionReader(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.literals = new LiteralReader(spans, diagnostics);
    }

    Expression read(ParserRuleContext tree) {
        return tree.accept(this);
    }

    Name name(ParserRuleContext tree) {
        return new Name(tree.getText(), spans.of(tree));
    }

    /** {@code relu} or {@code dense(16)}; {@code arguments} is null where there are no parentheses. */
    Expression.Call call(ParserRuleContext callee, NnParser.ArgumentsContext arguments) {
        Token last = (arguments == null ? callee : arguments).getStop();
        Span span = spans.of(callee.getStart(), last);
        return new Expression.Call(name(callee), arguments(arguments), arguments != null, span);
    }

    Optional<Expression.Text> text(Token token) {
        return Optional.ofNullable(token).map(literals::text);
    }

    Span span(ParserRuleContext tree) {
        return spans.of(tree);
    }

    @Override
    public Expression.Range visitCategoryRange(NnParser.CategoryRangeContext range) {
        return new Expression.Range(literals.number(range.from), read(range.to), spans.of(range));
    }

    @Override
    public Expression.Reference visitPath(NnParser.PathContext path) {
        return new Expression.Reference(path.parts.stream().map(this::name).toList(), spans.of(path));
    }

    @Override
    public Expression.Call visitCall(NnParser.CallContext call) {
        return call(call.name(), call.arguments());
    }

    @Override
    public Expression visitValue(NnParser.ValueContext value) {
        return value.to == null
                ? read(value.from)
                : new Expression.Range(read(value.from), read(value.to), spans.of(value));
    }

    @Override
    public Expression visitAtom(NnParser.AtomContext atom) {
        return read(atom.primary());
    }

    @Override
    public Expression visitUnary(NnParser.UnaryContext unary) {
        Expression.Operator operator =
                unary.operator.getType() == NnLexer.NOT ? Expression.Operator.NOT : Expression.Operator.NEGATE;
        return new Expression.Unary(operator, read(unary.operand), spans.of(unary));
    }

    @Override
    public Expression visitBinary(NnParser.BinaryContext binary) {
        Expression.Operator operator = BINARY.get(binary.operator.getType());
        return new Expression.Binary(operator, read(binary.left), read(binary.right), spans.of(binary));
    }

    @Override
    public Expression visitConditional(NnParser.ConditionalContext choice) {
        return new Expression.Conditional(
                read(choice.condition), read(choice.then), read(choice.otherwise), spans.of(choice));
    }

    @Override
    public Expression visitNumber(NnParser.NumberContext number) {
        return literals.number(number.getStart());
    }

    @Override
    public Expression visitText(NnParser.TextContext text) {
        return literals.text(text.getStart());
    }

    @Override
    public Expression visitTruth(NnParser.TruthContext truth) {
        return new Expression.Truth(truth.TRUE() != null, spans.of(truth));
    }

    @Override
    public Expression visitSize(NnParser.SizeContext size) {
        return literals.size(size.getStart());
    }

    @Override
    public Expression visitFormulaCall(NnParser.FormulaCallContext call) {
        return call(call.path(), call.arguments());
    }

    @Override
    public Expression visitReference(NnParser.ReferenceContext reference) {
        return read(reference.path());
    }

    @Override
    public Expression visitParenthesis(NnParser.ParenthesisContext parenthesis) {
        return read(parenthesis.formula());
    }

    private List<Argument> arguments(NnParser.ArgumentsContext arguments) {
        return arguments == null
                ? List.of()
                : arguments.items.stream().map(this::argument).toList();
    }

    private Argument argument(NnParser.ArgumentContext argument) {
        Optional<Name> name = Optional.ofNullable(argument.name()).map(this::name);
        return new Argument(name, read(argument.value()), spans.of(argument));
    }
}
