package dev.nnlang.compiler.format;

import dev.nnlang.compiler.syntax.Flow;
import java.util.List;
import java.util.stream.Collectors;

/** Writes flows in one line. */
final class FlowText {

    private FlowText() {}

    static String flat(Flow flow) {
        if (flow instanceof Flow.Chain chain) {
            return chain.links().stream().map(FlowText::link).collect(Collectors.joining(" -> "));
        }
        return link(flow);
    }

    /** A flow as a part of another one: a chain needs parentheses there. */
    static String link(Flow flow) {
        if (flow instanceof Flow.Step step) {
            return ExpressionText.flat(step.call());
        }
        if (flow instanceof Flow.Repeat repeat) {
            return repeated(repeat.body()) + suffix(repeat);
        }
        return group(flow);
    }

    /** A flow in parentheses. */
    static String group(Flow flow) {
        return branches(flow).stream().map(FlowText::branch).collect(Collectors.joining(" | ", "( ", " )"));
    }

    /** What stands in the parentheses that {@code flow} is written with. */
    static List<Flow> branches(Flow flow) {
        return flow instanceof Flow.Branches branches ? branches.branches() : List.of(flow);
    }

    /** Whether {@code flow}, if it is repeated, needs parentheses. */
    static boolean needsGroup(Flow flow) {
        return flow instanceof Flow.Chain || flow instanceof Flow.Repeat;
    }

    /** {@code  * 3}, behind what is repeated. */
    static String suffix(Flow.Repeat repeat) {
        return " * " + ExpressionText.count(repeat.count());
    }

    private static String repeated(Flow body) {
        return needsGroup(body) ? group(body) : link(body);
    }

    private static String branch(Flow branch) {
        return branch instanceof Flow.SideBySide copies
                ? flat(copies.body()) + " | * " + ExpressionText.count(copies.count())
                : flat(branch);
    }
}
