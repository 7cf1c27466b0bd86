package dev.nnlang.compiler.resolve.data;

import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.RowPolicy;
import dev.nnlang.compiler.resolve.scope.Invocations;
import dev.nnlang.compiler.resolve.scope.Settings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Resolves {@code missing}, {@code balance}, {@code augment} and {@code stream}. */
final class RowPolicyResolver {

    private final Settings settings;
    private final Invocations invocations;

    RowPolicyResolver(Settings settings, Invocations invocations) {
        this.settings = settings;
        this.invocations = invocations;
    }

    RowPolicy resolve() {
        return new RowPolicy(value("missing").isPresent(), value("balance").isPresent(), augmentations(), buffer());
    }

    private List<Invocation> augmentations() {
        return settings.values("augment").stream()
                .flatMap(written -> invocations.resolve(Category.AUGMENTATION, "an augmentation", written).stream())
                .toList();
    }

    private OptionalInt buffer() {
        return value("stream")
                .map(rows -> OptionalInt.of(Math.toIntExact((Long) rows)))
                .orElse(OptionalInt.empty());
    }

    /** What a setting with one value is given. */
    private Optional<Object> value(String setting) {
        Parameter parameter = Signatures.find(Category.DATA_SETTING, setting)
                .orElseThrow()
                .parameters()
                .get(0);
        return settings.value(setting).flatMap(written -> invocations.values().of(parameter, written));
    }
}
