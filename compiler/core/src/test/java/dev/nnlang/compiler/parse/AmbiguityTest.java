package dev.nnlang.compiler.parse;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Golden;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.grammar.NnParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar gives each example one meaning, and never needs more than the fast way of parsing to find it. */
class AmbiguityTest {

    static List<Path> cases() {
        return Golden.cases("syntax");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasOneMeaning(Path directory) {
        SourceFile file = new SourceFile("input.nn", Golden.read(directory.resolve("input.nn")));
        NnParser parser = new NnParser(TokenReader.read(file, new Spans(file), new Diagnostics()).stream());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        Found found = new Found();
        parser.addErrorListener(found);

        parser.file();

        assertWithMessage(directory.toString()).that(found.rules).isEmpty();
    }

    /** The rules in which ANTLR saw two meanings, or had to look at the whole context to see only one. */
    private static final class Found extends BaseErrorListener {

        private final List<String> rules = new ArrayList<>();

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            rules.add("ambiguous: " + parser.getRuleNames()[dfa.atnStartState.ruleIndex]);
        }

        @Override
        public void reportAttemptingFullContext(
                Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
            rules.add("needs its context: " + parser.getRuleNames()[dfa.atnStartState.ruleIndex]);
        }
    }
}
