package dev.nnlang.compiler.schedule.plain;

import dev.nnlang.compiler.program.MemoryVerifier;
import dev.nnlang.compiler.program.NameScope;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Program;
import dev.nnlang.compiler.program.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes the program that is printed in plain Java. */
public final class PlainProgram {

    private final NameScope ofClass;
    private final NameScope methods;
    private final boolean shared;
    /** A step that several passes run is one method. */
    private final Map<Step, Step> done = new HashMap<>();

    private PlainProgram(NameScope ofClass, NameScope methods, boolean shared) {
        this.methods = methods;
        this.ofClass = ofClass;
        this.shared = shared;
    }

    /**
     * The plain program of a network.
     *
     * @param program what both dialects have in common, not yet divided among threads
     * @param shared whether its work is worth more than one thread
     */
    public static Program of(Program program, boolean shared) {
        PlainProgram passes = new PlainProgram(VisibleNames.of(program), VisibleNames.methods(program), shared);
        Program plain = program.mapSteps(step -> passes.done.computeIfAbsent(step, passes::run));
        MemoryVerifier.verify(plain);
        return plain;
    }

    private Step run(Step step) {
        NameScope names = VisibleNames.of(step, ofClass);
        // What runs once is not worth a team.
        boolean divided = shared && step.phase() != Step.Phase.PREPARE;
        // Ordinary loops in place of contractions, sums in local variables.
        Step summed = on(step, nests -> SumInLocals.sum(nests, names));
        // No element that grows in an array, if nothing else does.
        Step alone = on(summed, nests -> SumElementByElement.sum(nests, names));
        // One loop over all pixels of a batch, where nothing tells rows, heights and widths apart.
        Step collapsed = on(alone, nests -> CollapsePixels.collapse(nests, names));
        // Which thread computes what, and where they wait; the loops are what they will be.
        Step parted = divided ? on(collapsed, ShareLoops::share) : collapsed;
        // A method for each result, which a reader finds by its name.
        Step split = SplitIntoMethods.split(parted, methods);
        // Names for what is used again and again: shares, and where rows and pixels begin.
        Step declared = on(split, nests -> DeclareShares.declare(nests, names));
        return on(declared, nests -> NameOffsets.name(nests, names.inside()));
    }

    private static Step on(Step step, UnaryOperator<List<Nest>> pass) {
        return step.withNests(pass.apply(step.nests()));
    }
}
