package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;

/**
 * One of a network's answers as its reader in Java sees it: a label with the probability, or the score, of each, or a number, or several.
 *
 * @param buffer where the pass leaves it
 */
public record OutputCode(Network.Output output, Buffer buffer, Names names) {

    Column target() {
        return output.target();
    }

    /** What the method is called that reads it. */
    String name() {
        return target().name();
    }

    boolean isLabel() {
        return target().kind() instanceof Column.OneOf;
    }

    /** Whether it is several numbers. */
    boolean isVector() {
        return !isLabel() && target().kind().features() > 1;
    }

    ClassName labels() {
        return names.labels(target());
    }

    /** What is predicted, which need not be whole. */
    TypeName number() {
        return isVector() ? ArrayTypeName.of(TypeName.DOUBLE) : TypeName.DOUBLE;
    }

    /** What labels are chosen by. */
    String figure() {
        return output.givesScores() ? "score" : "probability";
    }

    /** All of them. */
    String figures() {
        return output.givesScores() ? "scores" : "probabilities";
    }

    String labelDoc() {
        return "The value with the highest " + figure() + "; the first of equals.";
    }

    String figureDoc() {
        return output.givesScores()
                ? "Of any size; only their order counts."
                : "Between 0 and 1; those of all values add up to 1.";
    }
}
