package dev.nnlang.compiler;

import java.util.Map;

/**
 * How to compile.
 *
 * @param elementType what the generated code computes in: {@code float} for users, {@code double} for gradient checks
 * @param output whether training is generated too, or the predictor alone
 * @param inputGradients whether the trainer also keeps the gradient of the loss with respect to its inputs
 * @param params values, as they would be written, that replace those of {@code param} declarations: {@code width -> 256}
 */
public record Options(ElementType elementType, Output output, boolean inputGradients, Map<String, String> params) {

    /** What the generated code computes in. */
    public enum ElementType {
        FLOAT,
        DOUBLE
    }

    /** Which classes are generated. */
    public enum Output {
        PREDICTOR,
        PREDICTOR_AND_TRAINER
    }

    /** What users want: {@code float}, with training. */
    public static final Options DEFAULT = new Options(ElementType.FLOAT, Output.PREDICTOR_AND_TRAINER, false, Map.of());

    public Options {
        params = Map.copyOf(params);
    }

    public Options withElementType(ElementType type) {
        return new Options(type, output, inputGradients, params);
    }

    public Options withOutput(Output classes) {
        return new Options(elementType, classes, inputGradients, params);
    }

    public Options withInputGradients(boolean kept) {
        return new Options(elementType, output, kept, params);
    }

    public Options withParams(Map<String, String> values) {
        return new Options(elementType, output, inputGradients, values);
    }
}
