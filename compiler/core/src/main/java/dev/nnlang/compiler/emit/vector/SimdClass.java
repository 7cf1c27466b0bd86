package dev.nnlang.compiler.emit.vector;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.emit.network.SharedSteps;
import dev.nnlang.compiler.emit.network.StepMethods;
import dev.nnlang.compiler.emit.network.StepNumbers;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** {@code IrisTrainerSimd}: the same class with vectors inside those steps where vectors help. */
public final class SimdClass {

    private SimdClass() {}

    /** The trainer's. */
    public static TypeSpec ofTrainer(NetworkUnit unit, Names names, SimdTiles tiles) {
        ClassName base = names.trainer(unit.network());
        SimdMembers members = new SimdMembers(buffer -> false, tiles);
        Program program = unit.trainer().orElseThrow().vectors();
        boolean shared = program.isShared();
        StepNumbers numbers =
                new StepNumbers(program.training().orElseThrow().update().optimizer(), Element.FLOAT);
        List<MethodSpec> steps = overridden(
                program.steps(),
                new StepMethods(new SimdNests(members, shared), numbers),
                new StepMethods(new JavaNests(Element.FLOAT, shared), numbers));
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
        return of(Names.simd(base), base, members)
                .addModifiers(Modifier.PUBLIC)
                .addFields(alone(shared, steps))
                .addMethod(constructor)
                .addMethod(dialect)
                .addMethods(steps)
                .addMethods(members.methods())
                .build();
    }

    /** The predictor's pass. Weights never change, so their panels are packed once. */
    public static TypeSpec ofPass(NetworkUnit unit, Names names, SimdTiles tiles) {
        Program program = unit.predictor().vectors();
        boolean shared = program.isShared();
        ClassName predictor = names.predictor(unit.network());
        ClassName name = Names.simd(predictor);
        SimdMembers members = new SimdMembers(
                buffer -> buffer.role() == Buffer.Role.WEIGHT || buffer.role() == Buffer.Role.PREPARED, tiles);
        List<MethodSpec> steps = overridden(
                program.steps(Step.Phase.FORWARD),
                new StepMethods(new SimdNests(members, shared)),
                new StepMethods(new JavaNests(Element.FLOAT, shared)));
        MethodSpec first = MethodSpec.constructorBuilder()
                .addParameter(predictor, "model")
                .addParameter(TypeName.INT, "batch")
                .addStatement("model.super(batch)")
                .addStatement("this.model = model")
                .addCode(members.packs())
                .build();
        MethodSpec others = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name, "template")
                .addParameter(TypeName.INT, "batch")
                .addStatement("template.model.super(batch)")
                .addStatement("model = template.model")
                .addCode(members.copies())
                .build();
        MethodSpec sized = MethodSpec.methodBuilder("sized")
                .addAnnotation(Override.class)
                .returns(predictor.nestedClass("Pass"))
                .addParameter(TypeName.INT, "batch")
                .addStatement("return new $T(this, batch)", name)
                .build();
        return of(name, predictor.nestedClass("Pass"), members)
                .addFields(alone(shared, steps))
                .addField(predictor, "model", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(first)
                .addMethod(others)
                .addMethod(sized)
                .addMethods(steps)
                .addMethods(members.methods())
                .build();
    }

    /** The member that does all the work, where no threads share the steps. */
    private static List<FieldSpec> alone(boolean shared, List<MethodSpec> steps) {
        return shared || steps.isEmpty()
                ? List.of()
                : List.of(FieldSpec.builder(
                                RuntimeNames.MEMBER, "member", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.SOLO", RuntimeNames.MEMBER)
                        .build());
    }

    /** Those steps that differ from the scalar ones. */
    private static List<MethodSpec> overridden(List<Step> steps, StepMethods vectors, StepMethods scalars) {
        List<Step> others = steps.stream()
                .filter(step -> !vectors.body(step).equals(scalars.body(step)))
                .toList();
        Set<String> overridden = others.stream().map(Step::name).collect(Collectors.toSet());
        return new SharedSteps(Element.FLOAT, vectors)
                .methods(others).stream()
                        .map(method -> overridden.contains(method.name())
                                ? method.toBuilder()
                                        .addAnnotation(Override.class)
                                        .build()
                                : method)
                        .toList();
    }

    private static TypeSpec.Builder of(ClassName name, ClassName base, SimdMembers members) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("{@link $T} with vectors. Steps that are not here are the same in both.", base)
                .addModifiers(Modifier.FINAL)
                .superclass(base)
                .addFields(members.fields());
    }
}
