package dev.nnlang.compiler.model;

import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.library.Signature;
import java.util.Optional;

/**
 * What {@code std.nn} declares: an activation, a loss or a block.
 *
 * @param signature how it is called
 * @param written what stands behind its name, on one line
 * @param function what it computes; empty for a block
 */
public record Definition(Signature signature, String written, Optional<Function> function) {

    /**
     * A formula, parameters still in it by their names.
     *
     * @param variable of an activation its argument, of a loss the network's output
     */
    public record Function(String variable, Formula formula) {}
}
