package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.program.Step;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code IrisTrainerSimd}: the same class with vectors inside those steps where vectors help. */
final class SimdClass {

    private SimdClass() {}

    /** The trainer's. */
    static TypeSpec ofTrainer(NetworkUnit unit, Names names) {
        ClassName base = names.trainer(unit.network());
        MethodSpec constructor = MethodSpec.constructorBuilder()
                .addJavadoc("See {@link $T}.", base)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, "batch")
                .addStatement("super(batch)")
                .build();
        MethodSpec dialect = MethodSpec.methodBuilder("dialect")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(String.class)
                .addStatement("return $T.description()", SimdNames.VECTORS)
                .build();
        return of(
                        Names.simd(base),
                        base,
                        constructor,
                        unit.trainer().orElseThrow().steps())
                .addModifiers(Modifier.PUBLIC)
                .addMethod(dialect)
                .build();
    }

    /** The predictor's pass. */
    static TypeSpec ofPass(NetworkUnit unit, Names names) {
        ClassName predictor = names.predictor(unit.network());
        MethodSpec constructor = MethodSpec.constructorBuilder()
                .addParameter(predictor, "model")
                .addParameter(TypeName.INT, "batch")
                .addStatement("model.super(batch)")
                .addStatement("this.model = model")
                .build();
        MethodSpec sized = MethodSpec.methodBuilder("sized")
                .addAnnotation(Override.class)
                .returns(predictor.nestedClass("Pass"))
                .addParameter(TypeName.INT, "batch")
                .addStatement("return new $T(model, batch)", Names.simd(predictor))
                .build();
        return of(
                        Names.simd(predictor),
                        predictor.nestedClass("Pass"),
                        constructor,
                        unit.predictor().steps(Step.Phase.FORWARD))
                .addField(predictor, "model", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(sized)
                .build();
    }

    private static TypeSpec.Builder of(ClassName name, ClassName base, MethodSpec constructor, List<Step> steps) {
        SimdMembers members = new SimdMembers();
        StepMethods vectors = new StepMethods(new SimdNests(members));
        StepMethods scalars = new StepMethods(new JavaNests(Element.FLOAT));
        List<MethodSpec> methods = steps.stream()
                .filter(step -> !vectors.body(step).equals(scalars.body(step)))
                .map(step -> vectors.method(step).toBuilder()
                        .addAnnotation(Override.class)
                        .build())
                .toList();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("{@link $T} with vectors. Steps that are not here are the same in both.", base)
                .addModifiers(Modifier.FINAL)
                .superclass(base);
        members.fields().forEach(type::addField);
        type.addMethod(constructor);
        methods.forEach(type::addMethod);
        members.methods().forEach(type::addMethod);
        return type;
    }
}
