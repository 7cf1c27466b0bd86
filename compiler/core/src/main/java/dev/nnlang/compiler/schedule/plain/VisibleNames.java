package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Buffer;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.SharedArray;
import dev.nnlang.compiler.program.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a program has given already: arrays and the indices of loops; in a step, its local variables. */
final class VisibleNames {

    /** What every step is given. */
    private static final List<String> PARAMETERS = List.of("rows", "member", "rate");

    private final Set<String> names = new HashSet<>(PARAMETERS);

    private VisibleNames(Program program) {
        program.buffers().stream().map(Buffer::name).forEach(names::add);
        program.sharedArrays().stream().map(SharedArray::name).forEach(names::add);
        program.passes().forEach(pass -> pass.forEach(this::add));
        program.steps().forEach(this::add);
    }

    static NameScope of(Program program) {
        return NameScope.of(new VisibleNames(program).names);
    }

    /** Those of methods, which are apart from all others. */
    static NameScope methods(Program program) {
        return NameScope.of(program.steps().stream().map(Step::name).toList());
    }

    /** Those that are visible in a step. */
    static NameScope of(Step step, NameScope ofClass) {
        NameScope names = ofClass.inside();
        step.nests().forEach(nest -> Locals.declared(nest).forEach(names::declare));
        return names;
    }

    private void add(Step step) {
        for (Nest nest : step.nests()) {
            nest.axes().map(Axis::index).forEach(names::add);
            nest.accesses().map(Access::buffer).map(Buffer::name).forEach(names::add);
        }
    }
}
