package dev.nnlang.compiler.format;

import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a declaration begins with: {@code network}, {@code Iris for Flower}.
 *
 * @param last the last thing in it that has a place
 */
record DeclarationHeader(String keyword, String text, Span last) {

    static DeclarationHeader of(Declaration declaration) {
        String name = declaration.name().text();
        Span place = declaration.name().span();
        if (declaration instanceof Declaration.Data) {
            return new DeclarationHeader("data", name, place);
        } else if (declaration instanceof Declaration.Train) {
            return new DeclarationHeader("train", name, place);
        } else if (declaration instanceof Declaration.Param) {
            return new DeclarationHeader("param", name, place);
        } else if (declaration instanceof Declaration.Network network) {
            return new DeclarationHeader(
                    "network",
                    name + " for " + network.data().text(),
                    network.data().span());
        } else if (declaration instanceof Declaration.Activation activation) {
            return formula("activation", name, List.of(activation.argument()), activation.parameters());
        } else if (declaration instanceof Declaration.Loss loss) {
            return formula("loss", name, List.of(loss.output(), loss.target()), loss.parameters());
        }
        return block((Declaration.Block) declaration);
    }

    private static DeclarationHeader block(Declaration.Block block) {
        List<Declaration.Parameter> parameters = block.parameters();
        if (parameters.isEmpty()) {
            return new DeclarationHeader(
                    "block", block.name().text(), block.name().span());
        }
        Span last = parameters.get(parameters.size() - 1).span();
        return new DeclarationHeader("block", block.name().text() + "(" + join(parameters) + ")", last);
    }

    private static DeclarationHeader formula(
            String keyword, String name, List<Name> values, List<Declaration.Parameter> parameters) {
        String operands = values.stream().map(Name::text).collect(Collectors.joining(", "));
        String rest = parameters.isEmpty() ? "" : "; " + join(parameters);
        return new DeclarationHeader(
                keyword, name + "(" + operands + rest + ")", values.get(0).span());
    }

    private static String join(List<Declaration.Parameter> parameters) {
        return parameters.stream().map(DeclarationHeader::parameter).collect(Collectors.joining(", "));
    }

    private static String parameter(Declaration.Parameter parameter) {
        String learn = parameter.learn() ? "learn " : "";
        Optional<String> value = parameter.defaultValue().map(expression -> " = " + ExpressionText.flat(expression));
        Optional<String> owner = parameter.per().map(name -> " per " + name.text());
        return learn + parameter.name().text() + value.orElse("") + owner.orElse("");
    }
}
