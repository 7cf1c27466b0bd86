package dev.nnlang.compiler.parse;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.grammar.NnParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;

/**
 * Reports a syntax error once and goes on at the next landmark. Tokens are never invented or dropped to repair a text, as ANTLR would: what it
 * guesses is seldom what was meant, and then every guess is an error more.
 */
final class Recovery extends DefaultErrorStrategy {

    /** The rules that repeat something, and what they repeat starts with. */
    private static final Map<Integer, Predicate<Token>> ITEMS = Map.of(
            NnParser.RULE_file, token -> false,
            NnParser.RULE_dataBody, Landmarks::isName,
            NnParser.RULE_trainBody, Landmarks::isName,
            NnParser.RULE_flowBody, Landmarks::isName);

    private static final Set<Integer> LOOPS =
            Set.of(ATNState.STAR_LOOP_ENTRY, ATNState.STAR_LOOP_BACK, ATNState.PLUS_LOOP_BACK);

    private final List<Token> tokens;
    private final SyntaxErrors errors;
    private int lastResumed = -1;

    Recovery(CommonTokenStream stream, SyntaxErrors errors) {
        stream.fill();
        this.tokens = stream.getTokens();
        this.errors = errors;
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }
}
