package dev.nnlang.compiler.library;

import java.util.List;

/**
 * One row of the table: what can be called by this name, and how.
 *
 * @param parameters in the order in which they may be given without their names
 * @param doc one line for the reference page
 * @param supported whether the compiler does more than read it; otherwise its use is an error that says so
 */
public record Signature(String name, Category category, List<Parameter> parameters, String doc, boolean supported) {

    /** What kind of thing a name stands for, in the words of a message. */
    public enum Category {
        LAYER,
        LOSS,
        OPTIMIZER,
        SCHEDULE,
        INITIALIZER,
        TRANSFORM,
        SOURCE,
        SPLIT,
        COLUMN_TYPE,
        REGULARIZER,
        CLIP,
        METRIC
    }
}
