package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Declaration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of {@code param} declarations: what was given when compiling, or else what the declaration says. One may be computed from others,
 * wherever they stand.
 */
public final class Params {

    private final Map<String, Declaration.Param> declared = new LinkedHashMap<>();
    private final Map<String, String> given;
    private final Map<String, Optional<Object>> known = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Constants constants;
    private final Diagnostics diagnostics;

    /** @param given values as they would be written */
    public Params(List<Declaration.Param> declarations, Map<String, String> given, Diagnostics diagnostics) {
        declarations.forEach(param -> declared.putIfAbsent(param.name().text(), param));
        this.given = given;
        this.diagnostics = diagnostics;
        this.constants = new Constants(this, diagnostics);
    }

    /** Works out all of them, so that each one's mistakes are found, and looks for values that were given to nothing. */
    public void check(Span file) {
        declared.keySet().forEach(this::value);
        given.keySet().stream().sorted().filter(name -> !declares(name)).forEach(name -> unknown(name, file));
    }

    public boolean declares(String name) {
        return declared.containsKey(name);
    }

    Collection<String> names() {
        return declared.keySet();
    }

    /** The value of a declared one; empty if it has none, which has been reported. */
    Optional<Object> value(String name) {
        if (open.contains(name)) {
            Declaration.Param param = declared.get(name);
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.RECURSION, param.name().span(), name)
                            .withHelp("give one of these a number: " + String.join(", ", open)));
            return Optional.empty();
        }
        if (!known.containsKey(name)) {
            open.addLast(name);
            Optional<Object> value = evaluate(declared.get(name));
            open.removeLast();
            known.put(name, value);
        }
        return known.get(name);
    }

    private Optional<Object> evaluate(Declaration.Param param) {
        Optional<Object> written = constants.value(param.value());
        String override = given.get(param.name().text());
        return override == null ? written : written.flatMap(value -> overridden(param, value, override));
    }

    private Optional<Object> overridden(Declaration.Param param, Object written, String override) {
        Optional<Object> value = parse(written, override.strip());
        if (value.isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            param.name().span(),
                            "the value given for `" + param.name().text() + "`",
                            kind(written),
                            "`" + override + "`")
                    .withHelp("the file says " + Notation.of(written)));
        }
        return value;
    }

    private static Optional<Object> parse(Object written, String override) {
        if (written instanceof String) {
            return Optional.of(override);
        }
        if (written instanceof Boolean) {
            boolean isTruth = override.equals("true") || override.equals("false");
            return isTruth ? Optional.of(Boolean.valueOf(override)) : Optional.empty();
        }
        try {
            double number = Double.parseDouble(override);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String kind(Object value) {
        return value instanceof Boolean ? "true or false" : "a number";
    }

    private void unknown(String name, Span file) {
        Diagnostic unknown = Diagnostic.of(DiagnosticKind.UNKNOWN_PARAM, file, name)
                .withHelp(
                        declared.isEmpty()
                                ? "declare it: `param " + name + " = …`"
                                : "declared here: " + String.join(", ", names()));
        diagnostics.report(
                Suggestion.didYouMean(name, names()).map(unknown::withNote).orElse(unknown));
    }
}
