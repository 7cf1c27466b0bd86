package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.FamiliarNames;
import dev.nnlang.compiler.library.ClassNumbers;
import dev.nnlang.compiler.library.Interval;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Parameter.Bounds;
import dev.nnlang.compiler.library.Parameter.CallOf;
import dev.nnlang.compiler.library.Parameter.Choice;
import dev.nnlang.compiler.library.Parameter.ClassName;
import dev.nnlang.compiler.library.Parameter.Directions;
import dev.nnlang.compiler.library.Parameter.MetricName;
import dev.nnlang.compiler.library.Parameter.PerClass;
import dev.nnlang.compiler.library.Parameter.Real;
import dev.nnlang.compiler.library.Parameter.RealOrCall;
import dev.nnlang.compiler.library.Parameter.Share;
import dev.nnlang.compiler.library.Parameter.Size;
import dev.nnlang.compiler.library.Parameter.Text;
import dev.nnlang.compiler.library.Parameter.Truth;
import dev.nnlang.compiler.library.Parameter.Whole;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** The value of an argument, checked against the type of its parameter. An empty result has been reported. */
public final class ArgumentValues {

    private final Invocations invocations;
    private final Constants constants;
    private final Diagnostics diagnostics;

    ArgumentValues(Invocations invocations, Constants constants, Diagnostics diagnostics) {
        this.invocations = invocations;
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    public Optional<Object> of(Parameter parameter, Expression written) {
        Optional<UnevaluatedArgument> deferred = constants.deferred(written);
        if (deferred.isPresent()) {
            return deferred.get()
                    .scope()
                    .invocations()
                    .values()
                    .of(parameter, deferred.get().written());
        }
        Parameter.Type type = parameter.type();
        if (type instanceof CallOf callOf) {
            return invocations
                    .resolve(callOf.category(), parameter.noun(), written)
                    .map(Object.class::cast);
        }
        if (type instanceof RealOrCall either && isCallOf(either.category(), written)) {
            return invocations
                    .resolve(either.category(), parameter.noun(), written)
                    .map(Object.class::cast);
        }
        if (type instanceof PerClass perClass) {
            return written instanceof Expression.Call call
                            && call.callee().text().equals(ClassNumbers.NAME)
                    ? new PerClassValues(this, diagnostics).of(parameter.of(perClass.real()), call)
                    : wrongType(parameter, written);
        }
        if (type instanceof MetricName) {
            return written instanceof Expression.Reference || written instanceof Expression.Call
                    ? Optional.of(written.span().text())
                    : wrongType(parameter, written);
        }
        if (type instanceof ClassName) {
            return written instanceof Expression.Reference || written instanceof Expression.Number
                    ? Optional.of(written.span().text())
                    : wrongType(parameter, written);
        }
        if (type instanceof Size size) {
            return size(parameter, size, written);
        }
        if (type instanceof Directions directions) {
            return directions(parameter, directions, written);
        }
        if (type instanceof Bounds) {
            return written instanceof Expression.Range range ? bounds(parameter, range) : wrongType(parameter, written);
        }
        if (type instanceof Choice choice && !isNumber(written)) {
            return word(parameter, choice, written);
        }
        if (type instanceof Share) {
            return share(parameter, written);
        }
        return constant(parameter, written);
    }

    private boolean isCallOf(Category category, Expression written) {
        return written instanceof Expression.Call
                || written instanceof Expression.Reference name
                        && !constants.knows(name)
                        && Signatures.find(category, name.text()).isPresent();
    }

    private static boolean isNumber(Expression written) {
        return written instanceof Expression.Number || written instanceof Expression.Unary;
    }

    private Optional<Object> word(Parameter parameter, Choice choice, Expression written) {
        boolean known = written instanceof Expression.Reference reference
                && choice.words().contains(reference.text());
        return known ? Optional.of(written.span().text()) : wrongType(parameter, written);
    }

    private Optional<Object> constant(Parameter parameter, Expression written) {
        if (parameter.type() instanceof Text
                && written instanceof Expression.Reference name
                && !constants.knows(name)) {
            return wrongType(parameter, written, Calls.describe(written), "write \"" + name.text() + "\"");
        }
        return constants.evaluates(written) || written instanceof Expression.Reference
                ? constants.value(written).flatMap(value -> checked(parameter, written, value))
                : wrongType(parameter, written);
    }

    private Optional<Object> checked(Parameter parameter, Expression written, Object value) {
        if (parameter.type() instanceof Whole whole && value instanceof Double number) {
            return whole(parameter, whole, written, number);
        }
        if (parameter.type() instanceof Directions directions && value instanceof Double number) {
            return whole(parameter, Whole.atLeast(directions.from()), written, number)
                    .map(each -> List.of(each, each));
        }
        if (parameter.type() instanceof Choice choice && choice.number().isPresent() && value instanceof Double) {
            return Optional.of(value);
        }
        if (parameter.type() instanceof RealOrCall either && value instanceof Double) {
            return checked(parameter.of(either.real()), written, value);
        }
        if (parameter.type() instanceof Real real && value instanceof Double number) {
            return real.holds(number)
                    ? Optional.of(number)
                    : outOfRange(parameter, Calls.describe(written, value), written);
        }
        boolean fits = parameter.type() instanceof Text && value instanceof String
                || parameter.type() instanceof Truth && value instanceof Boolean;
        return fits ? Optional.of(value) : wrongType(parameter, written, Calls.describe(written, value));
    }

    private Optional<Object> whole(Parameter parameter, Whole whole, Expression written, double number) {
        if (number != Math.rint(number)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.NOT_WHOLE, written.span(), parameter.noun(), Calls.describe(written, number))
                    .withHelp("there is no half of it: write a whole number"));
            return Optional.empty();
        }
        if (number > whole.to()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.OUT_OF_RANGE,
                            written.span(),
                            parameter.noun(),
                            "at most " + whole.to(),
                            Calls.describe(written, number))
                    .withHelp("`" + parameter.name() + "`: " + parameter.doc()));
            return Optional.empty();
        }
        return whole.holds(number)
                ? Optional.of((long) number)
                : outOfRange(parameter, Calls.describe(written, number), written);
    }

    private Optional<Object> size(Parameter parameter, Size type, Expression written) {
        if (!(written instanceof Expression.Size size)
                || size.dims().size() < type.minimumDims()
                || size.dims().size() > type.maximumDims()) {
            return wrongType(parameter, written);
        }
        if (size.dims().stream().anyMatch(dim -> dim < 1)) {
            return outOfRange(parameter, size.span().text(), written);
        }
        return Optional.of(size.dims().stream().map(Long::valueOf).toList());
    }

    private Optional<Object> directions(Parameter parameter, Directions type, Expression written) {
        if (type.same()
                && written instanceof Expression.Reference name
                && name.text().equals(Directions.SAME)) {
            return Optional.of(List.of());
        }
        if (written instanceof Expression.Size size && size.dims().size() == 2) {
            return size.dims().stream().allMatch(dim -> dim >= type.from())
                    ? Optional.of(size.dims().stream().map(Long::valueOf).toList())
                    : outOfRange(parameter, size.span().text(), written);
        }
        return constant(parameter, written);
    }

    private Optional<Object> bounds(Parameter parameter, Expression.Range range) {
        Optional<Double> from = constants.number(range.from());
        Optional<Double> to = constants.number(range.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!(from.get() < to.get()) || from.get().isInfinite() || to.get().isInfinite()) {
            return outOfRange(parameter, range.span().text(), range);
        }
        return Optional.of(new Interval(from.get(), to.get()));
    }

    private Optional<Object> share(Parameter parameter, Expression written) {
        if (!(written instanceof Expression.Number number)) {
            return wrongType(parameter, written);
        }
        if (number.unit() != Expression.Unit.PERCENT) {
            String percent = parameter.type().notation(number.value());
            return wrongType(parameter, written, Calls.describe(written), "write " + percent);
        }
        double share = number.value() / 100;
        return share <= 1
                ? Optional.of(share)
                : outOfRange(parameter, number.span().text(), written);
    }

    private Optional<Object> outOfRange(Parameter parameter, String found, Expression written) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.OUT_OF_RANGE,
                        written.span(),
                        parameter.noun(),
                        parameter.type().wanted(),
                        found)
                .withHelp("`" + parameter.name() + "`: " + parameter.doc()));
        return Optional.empty();
    }

    private Optional<Object> wrongType(Parameter parameter, Expression written) {
        return wrongType(parameter, written, Calls.describe(written));
    }

    private Optional<Object> wrongType(Parameter parameter, Expression written, String found, String note) {
        diagnostics.report(wrong(parameter, written, found).withNote(note));
        return Optional.empty();
    }

    private Optional<Object> wrongType(Parameter parameter, Expression written, String found) {
        diagnostics.report(wrong(parameter, written, found));
        return Optional.empty();
    }

    private static Diagnostic wrong(Parameter parameter, Expression written, String found) {
        Optional<String> advice = FamiliarNames.advice(written.span().text());
        if (advice.isPresent()) {
            return Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            written.span(),
                            parameter.noun(),
                            parameter.type().form(),
                            found)
                    .withHelp(advice.get());
        }
        String standard = parameter
                .defaultValue()
                .map(value -> "; " + parameter.type().notation(value) + " if nothing is said")
                .orElse("");
        return Diagnostic.of(
                        DiagnosticKind.WRONG_TYPE,
                        written.span(),
                        parameter.noun(),
                        parameter.type().form(),
                        found)
                .withHelp("`" + parameter.name() + "`: " + parameter.doc() + standard);
    }
}
