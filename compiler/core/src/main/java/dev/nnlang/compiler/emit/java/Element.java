package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;

/** What the generated code computes in. */
public enum Element {
    FLOAT(TypeName.FLOAT, "f"),
    DOUBLE(TypeName.DOUBLE, "");

    private final TypeName type;
    private final String suffix;

    Element(TypeName type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    public TypeName type() {
        return type;
    }

    public TypeName array() {
        return ArrayTypeName.of(type);
    }

    /** The boxed type's name, which holds constants such as the infinities. */
    String box() {
        return this == FLOAT ? "Float" : "Double";
    }

    /** A Java literal: {@code 0.5f}. */
    public String literal(double value) {
        if (Double.isNaN(value)) {
            return box() + ".NaN";
        }
        double shown = this == FLOAT ? (float) value : value;
        if (Double.isInfinite(shown)) {
            return box() + (shown > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        if (shown == Math.rint(shown) && Math.abs(shown) < 1e7) {
            boolean negativeZero = shown == 0 && 1 / shown < 0;
            return (negativeZero ? "-" : "") + (long) shown + (this == FLOAT ? "f" : ".0");
        }
        return (this == FLOAT ? Float.toString((float) value) : Double.toString(value)) + suffix;
    }
}
