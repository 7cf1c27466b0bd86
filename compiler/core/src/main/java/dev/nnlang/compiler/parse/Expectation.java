package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What could have stood where a parser stumbled, in the language's words. ANTLR can only name single tokens, and only where it gave up
 * looking ahead began; so this walks the grammar's automaton from where the parser stands, over the tokens that were still right.
 */
final class Expectation {

    /** The states to return to, innermost first; null is the outermost. */
    private record Stack(ATNState top, Stack rest) {}

    private record Step(ATNState state, Stack stack, int index) {}

    private final ATN atn;
    private final TokenStream tokens;
    private final int target;
    private final Set<Step> visited = new HashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<Integer> types = new TreeSet<>();

    private Expectation(Parser parser, int target) {
        this.atn = parser.getATN();
        this.tokens = parser.getInputStream();
        this.target = target;
    }

    /**
     * What {@code parser} expects.
     *
     * @param from the index of the token that it would read next
     * @param target the index of the token that it cannot accept, {@code from} or later
     */
    static Expectation of(Parser parser, int from, int target) {
        Expectation expectation = new Expectation(parser, target);
        expectation.walk(parser.getATN().states.get(parser.getState()), expectation.stack(parser.getContext()), from);
        return expectation;
    }

    boolean includes(int type) {
        return types.contains(type);
    }

    boolean includesName() {
        return phrases.stream().anyMatch(phrase -> phrase.endsWith("name"));
    }

    /** {@code a layer}, or {@code `,` or `)`}: what to name to somebody who wrote {@code found}. */
    String describe(Token found) {
        return join(alternatives(found));
    }

    private List<String> alternatives(Token found) {
        if (includes(NnLexer.COLON) && Wording.startsValue(found)) {
            return List.of(Wording.ofToken(NnLexer.COLON));
        }
        Set<String> all = new LinkedHashSet<>(phrases);
        types.stream()
                .filter(type -> !Wording.isContinuation(type))
                .map(Wording::ofToken)
                .forEach(all::add);
        if (all.isEmpty()) {
            types.stream().map(Wording::ofToken).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static String join(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    private Stack stack(RuleContext context) {
        if (context.parent == null || context.invokingState < 0) {
            return null;
        }
        RuleTransition call =
                (RuleTransition) atn.states.get(context.invokingState).transition(0);
        return new Stack(call.followState, stack(context.parent));
    }

    private void walk(ATNState state, Stack stack, int index) {
        if (!visited.add(new Step(state, stack, index))) {
            return;
        }
        if (state instanceof RuleStopState) {
            if (stack != null) {
                walk(stack.top, stack.rest, index);
            }
            return;
        }
        for (Transition transition : state.getTransitions()) {
            follow(transition, stack, index);
        }
    }

    private void follow(Transition transition, Stack stack, int index) {
        if (transition instanceof RuleTransition call) {
            Optional<String> phrase = Wording.ofRule(call.ruleIndex).filter(found -> index == target);
            phrase.ifPresent(phrases::add);
            if (phrase.isEmpty()) {
                walk(call.target, new Stack(call.followState, stack), index);
            }
        } else if (transition.isEpsilon()) {
            walk(transition.target, stack, index);
        } else if (index == target) {
            types.addAll(transition.label().toSet());
        } else if (transition.label().contains(tokens.get(index).getType())) {
            walk(transition.target, stack, index + 1);
        }
    }
}
