package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.BufferCode;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.emit.network.StepMethods;
import dev.nnlang.compiler.emit.network.StepNumbers;
import dev.nnlang.compiler.emit.plain.JavaNests;
import dev.nnlang.compiler.graph.InitialValues;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Contents;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import dev.nnlang.compiler.program.Update;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code IrisTrainer}: forward pass, loss, backward pass and update, one method a step. */
public final class TrainerClass {

    private static final String MOST_ROWS = "MOST_ROWS";

    private final NetworkUnit unit;
    private final Names names;
    private final Element element;
    private final Network network;
    private final Program program;
    /** Whether threads share the steps. */
    private final boolean shared;

    private final BufferCode buffers;
    private final UpdateMethods updates;
    private final NoiseCode noise;
    private final StepMethods steps;
    private final TypeName base;

    private TrainerClass(NetworkUnit unit, Names names, Element element) {
        this.unit = unit;
        this.names = names;
        this.element = element;
        this.network = unit.network();
        this.program = unit.trainer().orElseThrow().plain();
        this.shared = program.isShared();
        this.buffers = new BufferCode(unit.trainer().orElseThrow().common(), element);
        this.updates = new UpdateMethods(update(), element, shared);
        this.noise = new NoiseCode(program);
        this.steps = new StepMethods(new JavaNests(element, shared), new StepNumbers(update().optimizer(), element));
        this.base = ParameterizedTypeName.get(
                shared ? RuntimeNames.TEAM_TRAINER : RuntimeNames.SOLO_TRAINER, element.array());
    }

    public static TypeSpec of(NetworkUnit unit, Names names, Element element) {
        return new TrainerClass(unit, names, element).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.trainer(network))
                .addModifiers(Modifier.PUBLIC)
                .superclass(base)
                .addJavadoc("$L", javadoc());
        buffers.constants().forEach(type::addField);
        if (shared) {
            type.addField(FieldSpec.builder(TypeName.LONG, "FLOP", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("Floating-point operations of the sums of products in a step, for each row.")
                    .initializer("$LL", unit.trainer().orElseThrow().flop())
                    .build());
        }
        type.addField(mostRows());
        for (FieldGroup group : FieldGroup.values()) {
            type.addFields(group.titled(program.buffers().stream()
                    .filter(buffer -> FieldGroup.of(buffer) == group)
                    .map(this::field)
                    .toList()));
        }
        updates.fields().forEach(type::addField);
        noise.fields().forEach(type::addField);
        if (element == Element.FLOAT) {
            new TaskMethods(network, names).all().forEach(type::addMethod);
            type.addMethod(create());
        }
        type.addMethod(constructor());
        new TrainerFace(unit, program, element).methods().forEach(type::addMethod);
        passes().forEach(type::addMethod);
        noise.methods().forEach(type::addMethod);
        program.steps().forEach(step -> type.addMethods(steps.methods(step)));
        updates.methods().forEach(type::addMethod);
        return type.build();
    }

    private Update update() {
        return program.training().orElseThrow().update();
    }

    private String javadoc() {
        return "Trains {@link " + network.name() + "}, " + Comments.where(network.span())
                + ". Each step of a pass is one method. Not thread-safe.\n\n<pre>{@code\n"
                + Comments.preformatted(unit.layerTable()) + "}</pre>\n";
    }

    private FieldSpec field(Buffer buffer) {
        FieldSpec.Builder field = buffers.field(buffer, doc(buffer)).toBuilder();
        if (buffer.contents().orElse(null) instanceof Contents.Constant constant) {
            field.initializer(buffers.literal(constant.values()));
        } else if (buffers.isMadeAtOnce(buffer)) {
            field.initializer(buffers.allocation(buffer, "batch"));
        }
        return field.build();
    }

    /** How many rows the longest array can have. */
    private FieldSpec mostRows() {
        String widest = program.buffers().stream()
                .filter(buffer -> buffer.shape().perRow())
                .max(Comparator.comparingInt(buffer -> buffer.shape().size()))
                .map(buffers::width)
                // A row of a single element has no dims to name.
                .filter(width -> !width.isEmpty())
                .orElse("1");
        return FieldSpec.builder(TypeName.INT, MOST_ROWS, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The most rows for which every array has a length.")
                .initializer(widest.contains(" ") ? "$T.MAX_VALUE / ($L)" : "$T.MAX_VALUE / $L", Integer.class, widest)
                .build();
    }

    private String doc(Buffer buffer) {
        if (isSum(buffer)) {
            return "what is minimised: the weighted sum of the losses";
        }
        if (buffer.isScalar()) {
            return "the mean over the rows of the last batch";
        }
        String layer = "{@code " + Comments.code(buffer.origin().text()) + "}, "
                + Comments.where(buffer.origin().span())
                + Comments.javadoc(buffer.origin().within());
        return switch (buffer.role()) {
            case FED -> "filled by the training loop";
            case WEIGHT -> layer + ", init " + Comments.javadoc(initial(buffer));
            case CONSTANT, PREPARED, COMPUTED -> "";
            case GRADIENT -> "the loss's gradient";
            case STATISTIC -> layer + ", brought up to date in every step";
            case STATE -> "what " + update().optimizer().name() + " remembers";
        };
    }

    /** Whether it is the loss of several outputs together. */
    private boolean isSum(Buffer buffer) {
        Program.Training training = program.training().orElseThrow();
        return training.parts().size() > 1 && buffer.equals(training.loss());
    }

    private String initial(Buffer weight) {
        InitialValues initial = weight.parameter().initial();
        return initial.toString().equals(initial.reason())
                ? initial.toString()
                : initial + " (" + initial.reason() + ")";
    }

    private MethodSpec create() {
        ClassName trainer = names.trainer(network);
        return MethodSpec.methodBuilder("create")
                .addJavadoc(
                        "A trainer that computes with vectors where the JVM has them; see {@link $T}.",
                        RuntimeNames.SIMD)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(trainer)
                .addParameter(TypeName.INT, "batch")
                .addStatement(
                        "return $T.create($T.lookup(), $T.class, $S, batch).orElseGet(() -> new $T(batch))",
                        RuntimeNames.SIMD,
                        MethodHandles.class,
                        trainer,
                        Names.simd(trainer).simpleName(),
                        trainer)
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("A network for batches of at most {@code batch} rows, its weights all 0.")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, "batch");
        constructor
                .addStatement(shared ? "super(batch, FLOP)" : "super(batch)")
                .beginControlFlow("if (batch < 1 || batch > $L)", MOST_ROWS)
                .addStatement(
                        "throw new IllegalArgumentException($S + $L + $S + batch)",
                        "a batch has 1 to ",
                        MOST_ROWS,
                        " rows, but this is ")
                .endControlFlow();
        List<Buffer> made = program.buffers().stream()
                .filter(buffer ->
                        !buffer.isScalar() && buffer.role() != Buffer.Role.CONSTANT && !buffers.isMadeAtOnce(buffer))
                .toList();
        return constructor.addCode(buffers.allocations(made, "batch")).build();
    }

    private List<MethodSpec> passes() {
        Program.Training training = program.training().orElseThrow();
        CodeBlock backward = steps.calls(program.steps(Step.Phase.BACKWARD));
        CodeBlock learned = update().fuses()
                ? CodeBlock.join(List.of(evaluated(), steps.calls(training.learning())), "")
                : CodeBlock.of("$L$L", call("gradient"), steps.calls(program.steps(Step.Phase.TRACK)));
        CodeBlock stepped = CodeBlock.join(List.of(updates.next(), noise.next()), "");
        List<MethodSpec> passes = new ArrayList<>(List.of(
                pass("evaluate", steps.calls(training.evaluation())),
                pass("gradient", CodeBlock.join(List.of(evaluated(), backward), "")),
                pass(
                        "step",
                        CodeBlock.join(List.of(learned, updates.call(), shared ? CodeBlock.of("") : stepped), ""),
                        ParameterSpec.builder(TypeName.DOUBLE, "rate").build())));
        if (shared) {
            passes.add(overridden("loss")
                    .returns(TypeName.DOUBLE)
                    .addStatement("return $L", training.loss().name())
                    .build());
            if (!stepped.isEmpty()) {
                passes.add(overridden("stepped").addCode(stepped).build());
            }
        }
        return passes;
    }

    /** Forward, and the loss, as training computes them. */
    private CodeBlock evaluated() {
        boolean asPredicted = program.training().orElseThrow().evaluation().equals(program.evaluated());
        return asPredicted ? call("evaluate") : steps.calls(program.evaluated());
    }

    private CodeBlock call(String pass) {
        return CodeBlock.of(shared ? "$L(rows, member);\n" : "$L(rows);\n", pass);
    }

    /** A member's part of a pass, or a whole one, which says what its loss was. */
    private MethodSpec pass(String name, CodeBlock code, ParameterSpec... more) {
        MethodSpec.Builder pass =
                overridden(name).addParameter(TypeName.INT, "rows").addParameters(List.of(more));
        return shared
                ? pass.addParameter(RuntimeNames.MEMBER, "member").addCode(code).build()
                : pass.returns(TypeName.DOUBLE)
                        .addCode(code)
                        .addStatement(
                                "return $L",
                                program.training().orElseThrow().loss().name())
                        .build();
    }

    private MethodSpec.Builder overridden(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(shared ? Modifier.PROTECTED : Modifier.PUBLIC);
    }
}
