package dev.nnlang.runtime.simd;

import jdk.incubator.vector.FloatVector;

/** Powers lane by lane. */
final class Powers {
    private Powers() {}

    static FloatVector pow(FloatVector base, FloatVector exponent) {
        float[] lanes = base.toArray();
        float[] exponents = exponent.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = (float) Math.pow(lanes[i], exponents[i]);
        }
        return FloatVector.fromArray(base.species(), lanes, 0);
    }
}
