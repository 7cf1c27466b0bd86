package dev.nnlang.compiler.emit.network;

import com.palantir.javapoet.ClassName;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.JavaNames;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.Network;

/** What the generated classes are called. */
public final class Names {

    private final String packageName;

    public Names(Model model) {
        this.packageName = model.packageName();
    }

    /** {@code samples.iris.Iris}. */
    public String predictorClass(Network network) {
        return predictor(network).canonicalName();
    }

    /** {@code samples.iris.IrisTrainer}. */
    public String trainerClass(Network network) {
        return trainer(network).canonicalName();
    }

    /** {@code Iris}. */
    public ClassName predictor(Network network) {
        return ClassName.get(packageName, network.name());
    }

    /** {@code Iris.Prediction}. */
    public ClassName prediction(Network network) {
        return predictor(network).nestedClass("Prediction");
    }

    /** {@code IrisTrainer}. */
    public ClassName trainer(Network network) {
        return ClassName.get(packageName, JavaNames.trainerOf(network.name()));
    }

    /** {@code IrisTrainerSimd}. */
    public static ClassName simd(ClassName scalar) {
        return ClassName.get(scalar.packageName(), JavaNames.simdOf(scalar.simpleName()));
    }

    /** {@code IrisTiles}. */
    public ClassName tiles(Network network) {
        return ClassName.get(packageName, JavaNames.tilesOf(network.name()));
    }

    /** {@code Flower}. */
    public ClassName row(DataSet data) {
        return ClassName.get(packageName, data.name());
    }

    /** {@code FlowerData}. */
    public ClassName reader(DataSet data) {
        return ClassName.get(packageName, JavaNames.readerOf(data.name()));
    }

    /** {@code Species}. */
    public ClassName labels(Column column) {
        return ClassName.get(packageName, JavaNames.enumOf(column.name()));
    }

    public static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
