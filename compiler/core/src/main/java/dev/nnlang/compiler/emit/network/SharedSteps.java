package dev.nnlang.compiler.emit.network;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The methods of steps, where equal layers share their code: steps that do the same with other arrays call one method that takes these. The source
 * of a deep network thus grows with its different shapes, not with its layers.
 */
public final class SharedSteps {

    /** Shorter bodies are clearer where they stand. */
    private static final int WORTH_SHARING = 24;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern OF_BUFFER = Pattern.compile("(\\w+?)(At\\d*|Lanes)?");

    private final Element element;
    private final StepMethods methods;
    private final Map<String, Buffer> arrays = new HashMap<>();
    private final Set<String> scalars = new LinkedHashSet<>();
    private final Map<String, Integer> constants = new HashMap<>();

    public SharedSteps(Element element, StepMethods methods) {
        this.element = element;
        this.methods = methods;
    }

    /** A method for each step and, behind the first that calls it, each that several share. */
    public List<MethodSpec> methods(List<Step> steps) {
        steps.forEach(this::note);
        Map<String, List<Step>> equal = new LinkedHashMap<>();
        Map<Step, CodeBlock> bodies = new LinkedHashMap<>();
        for (Step step : steps) {
            CodeBlock body = methods.body(step);
            bodies.put(step, body);
            equal.computeIfAbsent(canonical(body.toString()), key -> new ArrayList<>())
                    .add(step);
        }
        Map<Step, Step> leaders = new HashMap<>();
        equal.values().stream()
                .filter(group -> isShared(group, bodies.get(group.get(0))))
                .forEach(group -> group.forEach(step -> leaders.put(step, group.get(0))));
        List<MethodSpec> all = new ArrayList<>();
        for (Step step : steps) {
            Step leader = leaders.get(step);
            if (leader == null) {
                all.add(methods.method(step));
                continue;
            }
            all.add(methods.method(step, call(leader, step, bodies.get(step))));
            if (leader.equals(step)) {
                all.add(shared(step, bodies.get(step)));
            }
        }
        return all;
    }

    private boolean isShared(List<Step> group, CodeBlock body) {
        String text = body.toString();
        boolean takesNumbers = identifiers(text).stream().anyMatch(scalars::contains);
        return group.size() > 1 && !takesNumbers && text.lines().count() >= WORTH_SHARING;
    }

    private void note(Step step) {
        for (Nest nest : step.nests()) {
            Stream<Buffer> cleared = nest instanceof Nest.Clear clear ? Stream.of(clear.buffer()) : Stream.empty();
            Stream.concat(cleared, nest.accesses().map(access -> access.buffer()))
                    .forEach(this::note);
            nest.axes().flatMap(axis -> axis.extent().constants().stream()).forEach(this::note);
            nest.accesses()
                    .flatMap(access -> access.indices().stream())
                    .map(Index::constants)
                    .flatMap(List::stream)
                    .forEach(this::note);
        }
    }

    private void note(Buffer buffer) {
        if (buffer.isScalar()) {
            scalars.add(buffer.name());
        } else {
            arrays.put(buffer.name(), buffer);
        }
    }

    private void note(Axis.Fixed fixed) {
        constants.put(fixed.constant(), fixed.size());
    }

    private static List<String> identifiers(String text) {
        Matcher matcher = IDENTIFIER.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Numbers for the names of numbers, positions for the names of arrays: equal for steps that do the same. */
    private String canonical(String body) {
        Map<String, Integer> positions = new HashMap<>();
        return IDENTIFIER.matcher(body).replaceAll(match -> {
            String name = match.group();
            for (int end = name.length(); end > 0; end = name.lastIndexOf('_', end - 1)) {
                Integer size = constants.get(name.substring(0, end));
                if (size != null) {
                    return size + name.substring(end);
                }
            }
            Matcher part = OF_BUFFER.matcher(name);
            boolean array = part.matches() && arrays.containsKey(part.group(1));
            return array
                    ? Matcher.quoteReplacement("#" + positions.computeIfAbsent(part.group(1), key -> positions.size())
                            + (part.group(2) == null ? "" : part.group(2)))
                    : Matcher.quoteReplacement(name);
        });
    }

    /** The arrays that a body uses, in the order in which it names them. */
    private List<Buffer> used(CodeBlock body) {
        return identifiers(body.toString()).stream()
                .filter(arrays::containsKey)
                .distinct()
                .map(arrays::get)
                .toList();
    }

    private static String name(Step leader) {
        return leader.name() + "Alike";
    }

    private CodeBlock call(Step leader, Step step, CodeBlock body) {
        String given = Stream.concat(
                        used(body).stream().map(Buffer::name),
                        methods.parameters(step).stream().map(ParameterSpec::name))
                .collect(Collectors.joining(", "));
        return CodeBlock.of("$L($L);\n", name(leader), given);
    }

    private MethodSpec shared(Step leader, CodeBlock body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name(leader))
                .addJavadoc("What {@link #$L} and those like it do, with the arrays of each.", leader.name())
                .addModifiers(Modifier.PRIVATE);
        used(body)
                .forEach(buffer -> method.addParameter(
                        ParameterSpec.builder(type(buffer), buffer.name()).build()));
        return method.addParameters(methods.parameters(leader)).addCode(body).build();
    }

    private TypeName type(Buffer buffer) {
        return buffer.element() == Value.Element.LABEL ? TypeName.get(int[].class) : element.array();
    }
}
