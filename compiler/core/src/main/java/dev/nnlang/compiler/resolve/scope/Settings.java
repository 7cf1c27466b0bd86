package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.FamiliarNames;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code name: value} lines of a declaration, checked against the table. */
public final class Settings {

    private final Category category;
    private final Diagnostics diagnostics;
    private final Map<String, DataItem.Setting> given = new LinkedHashMap<>();

    /** @param owner what they are settings of, for messages: {@code train} */
    public Settings(Category category, String owner, List<DataItem.Setting> written, Diagnostics diagnostics) {
        this.category = category;
        this.diagnostics = diagnostics;
        for (DataItem.Setting setting : written) {
            add(setting, owner);
        }
    }

    private void add(DataItem.Setting setting, String owner) {
        String name = setting.name().text();
        Optional<Signature> row = Signatures.find(category, name);
        if (row.isEmpty()) {
            unknown(setting, owner);
            return;
        }
        DataItem.Setting earlier = given.putIfAbsent(name, setting);
        if (earlier != null) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.REPEATED_SETTING, setting.name().span(), name)
                    .withSecondary(earlier.name().span(), "first set here")
                    .withHelp("keep one of them"));
        } else if (!row.get().supported()) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.NOT_SUPPORTED_YET, setting.span(), "the setting `" + name + "`")
                            .withHelp("`" + name + "`: " + row.get().doc()));
        }
    }

    private void unknown(DataItem.Setting setting, String owner) {
        String name = setting.name().text();
        List<String> supported = Signatures.supported(category);
        Diagnostic unknown = Diagnostic.of(
                        DiagnosticKind.UNKNOWN_SETTING, setting.name().span(), name, owner)
                .withHelp(FamiliarNames.advice(name)
                        .orElse("settings of " + owner + ": " + String.join(", ", supported)));
        diagnostics.report(
                Suggestion.didYouMean(name, supported).map(unknown::withNote).orElse(unknown));
    }

    public Optional<DataItem.Setting> find(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** All values of a setting that is a list. */
    public List<Expression> values(String name) {
        return find(name).map(DataItem.Setting::values).orElse(List.of());
    }

    /** The value of a setting that has only one; says so if there are more. */
    public Optional<Expression> value(String name) {
        List<Expression> values = values(name);
        if (values.size() > 1) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticKind.SINGLE_VALUE, values.get(1).span(), name, values.size())
                            .withHelp("keep one of them"));
        }
        return values.stream().findFirst();
    }
}
