package dev.nnlang.compiler.reference;

import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reference page: an index, then all entries. */
public final class MarkdownPage {

    private static final String TITLE = "Reference";
    private static final String INTRODUCTION = """
            Everything that has a name. The [guide](README.md) tells how it goes together; `nn describe NAME` shows an entry in a terminal.
            This page is generated from the compiler's table of signatures and from `std.nn`.

            An example is a few lines of a file: declarations, columns and settings of a `data`, chains of a `network`, settings of a `train`.
            A test completes each to a file and compiles that. The properties of an activation are those with its default parameters.
            """;

    private final Anchors anchors = new Anchors();
    private final StringBuilder index = new StringBuilder();
    private final StringBuilder body = new StringBuilder();

    private MarkdownPage() {}

    public static String of(Entries entries) {
        MarkdownPage page = new MarkdownPage();
        page.anchors.next(TITLE);
        for (Chapter chapter : Chapter.values()) {
            page.add(chapter, entries);
        }
        return "# " + TITLE + "\n\n" + INTRODUCTION + "\n| | |\n|---|---|\n" + page.index + page.body;
    }

    private void add(Chapter chapter, Entries entries) {
        anchors.next(chapter.title());
        body.append("\n## ").append(chapter.title()).append('\n');
        chapter.categories().forEach(category -> add(category, entries.of(category)));
    }

    private void add(Category category, List<Entry> entries) {
        String heading = heading(category);
        String anchor = anchors.next(heading);
        body.append("\n### ").append(heading).append('\n');
        List<String> links = new ArrayList<>();
        for (Entry entry : entries) {
            links.add(Markdown.link(entry.name(), anchors.next(entry.name())));
            add(entry);
        }
        index.append(Markdown.row(Markdown.link(heading, anchor), String.join(", ", links)));
    }

    private void add(Entry entry) {
        Signature signature = entry.signature();
        body.append("\n#### ").append(entry.name()).append("\n\n");
        body.append(Markdown.code(signature.usage()) + ": " + Markdown.words(signature.doc()) + "\n");
        if (!entry.facts().isEmpty()) {
            body.append('\n')
                    .append(entry.facts().stream().map(MarkdownPage::line).collect(Collectors.joining()));
        }
        if (!entry.parameters().isEmpty()) {
            body.append("\n| parameter | is | default | |\n|---|---|---|---|\n");
            entry.parameters().forEach(parameter -> body.append(row(parameter)));
        }
        body.append("\n```nn\n").append(signature.example()).append("\n```\n");
    }

    private static String line(Fact fact) {
        String text = fact.notation() ? Markdown.code(fact.text()) : Markdown.words(fact.text());
        return "- " + fact.label() + ": " + text + "\n";
    }

    private static String row(Parameter parameter) {
        return Markdown.row(
                Markdown.code(parameter.name()),
                linked(parameter.type()),
                absence(parameter),
                Markdown.words(parameter.doc()));
    }

    private static String absence(Parameter parameter) {
        String none = parameter.optional() ? "may be left out" : "must be given";
        return parameter
                .defaultValue()
                .map(value -> Markdown.code(parameter.type().notation(value)))
                .orElse(none);
    }

    private static String linked(Parameter.Type type) {
        String words = Markdown.words(type.form());
        return called(type)
                .map(category -> words.replace(
                        category.noun(), Markdown.link(category.noun(), Anchors.plain(heading(category)))))
                .orElse(words);
    }

    /** What a call that is an argument must be of. */
    private static Optional<Category> called(Parameter.Type type) {
        if (type instanceof Parameter.RealOrCall either) {
            return Optional.of(either.category());
        }
        return type instanceof Parameter.CallOf call ? Optional.of(call.category()) : Optional.empty();
    }

    private static String heading(Category category) {
        String plural = category.plural();
        return plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1);
    }
}
