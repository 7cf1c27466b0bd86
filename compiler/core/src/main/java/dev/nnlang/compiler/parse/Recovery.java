package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import dev.nnlang.grammar.NnParser;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;

/**
 * Reports a syntax error once and goes on at the next landmark. Tokens are never invented or dropped to repair a text,
 * as ANTLR would: what it guesses is seldom what was meant, and every wrong guess is an error more.
 */
final class Recovery extends DefaultErrorStrategy {

    /** The rules that are a list of items; their loops are where the thread is found again. */
    private static final Set<Integer> LISTS =
            Set.of(NnParser.RULE_file, NnParser.RULE_dataBody, NnParser.RULE_trainBody, NnParser.RULE_flowBody);

    private static final Set<Integer> LOOPS = Set.of(ATNState.STAR_LOOP_ENTRY, ATNState.STAR_LOOP_BACK);

    private final List<Token> tokens;
    private final SyntaxErrors errors;

    Recovery(CommonTokenStream stream, SyntaxErrors errors) {
        stream.fill();
        this.tokens = stream.getTokens();
        this.errors = errors;
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        beginErrorCondition(parser);
        if (!lacksBrace(parser.getContext())) {
            int target = error.getOffendingToken().getTokenIndex();
            errors.report(tokens, target, rule(parser), ExpectedTokens.of(parser, tokens, target));
        }
    }

    /** Whether {@code context} is a body without its opening brace: where it ends is anybody's guess. */
    private static boolean lacksBrace(ParserRuleContext context) {
        return context.getChildCount() > 0
                && context.getChild(0) instanceof NnParser.OpenContext open
                && open.exception != null;
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        skipToLandmark(parser);
    }

    /** Before each item of a list: if what comes is none, says so, and goes on with the next that is. */
    @Override
    public void sync(Parser parser) {
        ATNState state = parser.getATN().states.get(parser.getState());
        if (!LISTS.contains(rule(parser)) || !LOOPS.contains(state.getStateType())) {
            return;
        }
        int next = parser.getCurrentToken().getType();
        if (next == Token.EOF || parser.getATN().nextTokens(state).contains(next)) {
            return;
        }
        int index = index(parser);
        if (next == NnLexer.COLON && index > 0 && SyncTokens.startsItem(tokens, index - 1)) {
            // `batch:` without a value took the next setting's name for one.
            errors.reportMissingValue(tokens, index - 1);
            parser.getInputStream().seek(index - 1);
            return;
        }
        reportError(parser, new InputMismatchException(parser));
        parser.consume();
        skipToLandmark(parser);
    }

    private void skipToLandmark(Parser parser) {
        int list = innermostList(parser.getContext());
        while (parser.getCurrentToken().getType() != Token.EOF && !isLandmark(parser, list)) {
            parser.consume();
        }
    }

    private boolean isLandmark(Parser parser, int list) {
        int type = parser.getCurrentToken().getType();
        int index = index(parser);
        return switch (list) {
            case NnParser.RULE_dataBody, NnParser.RULE_trainBody ->
                type == NnLexer.RIGHT_BRACE || SyncTokens.startsItem(tokens, index);
            case NnParser.RULE_flowBody -> type == NnLexer.RIGHT_BRACE || SyncTokens.startsStatement(tokens, index);
            default ->
                SyncTokens.startsDeclaration(tokens, index)
                        || type == NnLexer.LEFT_BRACE && rule(parser) != NnParser.RULE_file;
        };
    }

    /** Whether {@code rule} is a list of items. */
    static boolean isList(RuleContext rule) {
        return LISTS.contains(rule.getRuleIndex());
    }

    private static int innermostList(RuleContext context) {
        RuleContext list = context;
        while (!isList(list)) {
            list = list.parent;
        }
        return list.getRuleIndex();
    }

    private static int rule(Parser parser) {
        return parser.getContext().getRuleIndex();
    }

    private static int index(Parser parser) {
        return parser.getCurrentToken().getTokenIndex();
    }
}
