package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What could have stood where a parser stumbled, in the language's words. The parser itself has by then decided for one
 * way to go on, and knows no other; so this walks the grammar's automaton once more, every way at once, from where the
 * rule at hand began.
 */
final class ExpectedTokens {

    /** The states to return to, innermost first; null is the outermost. */
    private record Stack(ATNState top, Stack rest) {}

    private record Position(ATNState state, Stack stack) {}

    private final ATN atn;
    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<Integer> types = new TreeSet<>();

    /** Where the walk can be before the token at hand, and whether that is the one that was not expected. */
    private final Set<Position> positions = new HashSet<>();

    private Set<Position> next = new LinkedHashSet<>();
    private Token token;
    private boolean arrived;

    private ExpectedTokens(Parser parser) {
        this.atn = parser.getATN();
    }

    /** What {@code parser} expects at {@code target}, an index into {@code tokens}. */
    static ExpectedTokens of(Parser parser, List<Token> tokens, int target) {
        ExpectedTokens expectation = new ExpectedTokens(parser);
        ParserRuleContext rule = parser.getContext();
        ATNState state = expectation.atn.states.get(parser.getState());
        // What is missing is the largest thing that would start here: an argument rather than the name of one.
        while (rule.getStart().getTokenIndex() == target && !Recovery.isList(rule)) {
            state = expectation.atn.states.get(rule.invokingState);
            rule = rule.getParent();
        }
        int from = target;
        if (!Recovery.isList(rule)) {
            state = expectation.atn.ruleToStartState[rule.getRuleIndex()];
            from = rule.getStart().getTokenIndex();
        }
        expectation.walk(new Position(state, expectation.stack(rule)), tokens, from, target);
        return expectation;
    }

    boolean includes(int type) {
        return types.contains(type);
    }

    /** Whether a name could have stood here. */
    boolean includesName() {
        return phrases.stream().anyMatch(TokenNames::isNamed);
    }

    /** {@code a layer}, or {@code `,` or `)`}: what to name to somebody who wrote {@code found}. */
    String describe(Token found) {
        List<String> words = alternatives(found);
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private List<String> alternatives(Token found) {
        if (includes(NnLexer.COLON) && TokenNames.startsValue(found)) {
            return List.of(TokenNames.ofToken(NnLexer.COLON));
        }
        Set<String> all = new LinkedHashSet<>(phrases);
        types.stream()
                .filter(type -> type != NnLexer.COLON || types.size() == 1)
                .filter(type -> !TokenNames.isContinuation(type))
                .map(TokenNames::ofToken)
                .forEach(all::add);
        if (all.isEmpty()) {
            types.stream().map(TokenNames::ofToken).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private Stack stack(RuleContext context) {
        if (context.parent == null || context.invokingState < 0) {
            return null;
        }
        RuleTransition call =
                (RuleTransition) atn.states.get(context.invokingState).transition(0);
        return new Stack(call.followState, stack(context.parent));
    }

    private void walk(Position start, List<Token> tokens, int from, int target) {
        next.add(start);
        for (int index = from; index <= target; index++) {
            Set<Position> reached = next;
            next = new LinkedHashSet<>();
            positions.clear();
            token = tokens.get(index);
            arrived = index == target;
            reached.forEach(this::visit);
        }
    }

    private void visit(Position position) {
        if (!positions.add(position)) {
            return;
        }
        Stack stack = position.stack;
        if (!(position.state instanceof RuleStopState)) {
            for (Transition transition : position.state.getTransitions()) {
                follow(transition, stack);
            }
        } else if (stack != null) {
            visit(new Position(stack.top, stack.rest));
        }
    }

    private void follow(Transition transition, Stack stack) {
        if (transition instanceof RuleTransition call) {
            Optional<String> phrase = TokenNames.ofRule(call.ruleIndex).filter(words -> arrived);
            phrase.ifPresent(phrases::add);
            if (phrase.isEmpty()) {
                visit(new Position(call.target, new Stack(call.followState, stack)));
            }
        } else if (transition.isEpsilon()) {
            visit(new Position(transition.target, stack));
        } else if (arrived) {
            types.addAll(transition.label().toSet());
        } else if (transition.label().contains(token.getType())) {
            next.add(new Position(transition.target, stack));
        }
    }
}
