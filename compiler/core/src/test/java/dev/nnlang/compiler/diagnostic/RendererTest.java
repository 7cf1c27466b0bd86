package dev.nnlang.compiler.diagnostic;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class RendererTest {

    @Test
    void showsSecondaryPlacesAndHelp() {
        SourceFile file = new SourceFile(
                "iris.nn", "\n".repeat(11) + "  input -> dense(16) -> conv(8, 3x3) -> softmax -> species\n");
        Diagnostic diagnostic = error(span(file, "conv(8, 3x3)"))
                .withNote("needs height x width x channels")
                .withSecondary(span(file, "dense(16)"), "this makes 16 values")
                .withHelp("place conv before dense");

        assertThat(Renderer.render(diagnostic, false)).isEqualTo("""
                        iris.nn:12:25: error[unknown-layer]: there is no layer, block or activation called `x`
                           |
                        12 |   input -> dense(16) -> conv(8, 3x3) -> softmax -> species
                           |            --------- this makes 16 values
                           |                         ^^^^^^^^^^^^ needs height x width x channels
                           = help: place conv before dense
                        """);
    }

    @Test
    void showsPlacesOnOtherLinesAndInOtherFiles() {
        SourceFile file = new SourceFile("a.nn", "first\nsecond\n\n\nfifth\nsixth");
        Diagnostic diagnostic = error(span(file, "fifth"))
                .withSecondary(span(file, "first"), "one")
                .withSecondary(span(file, "sixth"), "six")
                .withSecondary(span(new SourceFile("std.nn", "\n relu"), "relu"), "declared here");

        assertThat(Renderer.render(diagnostic, false)).isEqualTo("""
                        a.nn:5:1: error[unknown-layer]: there is no layer, block or activation called `x`
                          |
                        1 | first
                          | ----- one
                         ...
                        5 | fifth
                          | ^^^^^
                        6 | sixth
                          | ----- six
                          = note: std.nn:2:2: declared here
                        """);
    }

    @Test
    void opensOutTabsAndMarksTheFirstOfSeveralLines() {
        SourceFile file = new SourceFile("a.nn", "\tx\t( a\r\n\tb )\r\n");

        assertThat(Renderer.render(error(new Span(file, 3, 12)), false)).isEqualTo("""
                        a.nn:1:4: error[unknown-layer]: there is no layer, block or activation called `x`
                          |
                        1 |     x   ( a
                          |         ^^^
                        """);
    }

    @Test
    void marksTheEndOfTheFile() {
        SourceFile file = new SourceFile("a.nn", "x ->\n");

        assertThat(Renderer.render(error(new Span(file, 5, 5)), false)).isEqualTo("""
                        a.nn:2:1: error[unknown-layer]: there is no layer, block or activation called `x`
                          |
                        2 |
                          | ^
                        """);
    }

    @Test
    void cutsLongLines() {
        SourceFile file = new SourceFile("a.nn", "a".repeat(200) + " 😀 wrong " + "z".repeat(200));

        String rendered = Renderer.render(error(span(file, "wrong")), false);

        String[] lines = rendered.split("\n");
        assertThat(lines[2]).startsWith("1 |…aaaa");
        assertThat(lines[2]).endsWith("zzz…");
        assertThat(lines[2].codePointCount(0, lines[2].length())).isAtMost(100);
        int wrong = lines[2].codePointCount(0, lines[2].indexOf("wrong"));
        assertThat(lines[3]).isEqualTo("  |" + " ".repeat(wrong - 3) + "^^^^^");
    }

    @Test
    void coloursOnlyOnDemand() {
        Diagnostic diagnostic = error(new Span(new SourceFile("a.nn", "wrong"), 0, 5));

        assertThat(Renderer.render(diagnostic, true)).contains("\033[1;31merror[unknown-layer]\033[0m");
        assertThat(Renderer.render(diagnostic, true).replaceAll("\033\\[[0-9;]*m", ""))
                .isEqualTo(Renderer.render(diagnostic, false));
    }

    @Test
    void countsWhatItShows() {
        Span place = new Span(new SourceFile("a.nn", "wrong"), 0, 5);

        assertThat(Renderer.render(List.of(), false)).isEmpty();
        assertThat(Renderer.render(List.of(error(place)), false)).endsWith("^^^^^\n\n1 error in a.nn\n");
        assertThat(Renderer.render(List.of(error(place), error(place)), false)).endsWith("\n\n2 errors in a.nn\n");
    }

    private static Diagnostic error(Span place) {
        return Diagnostic.of(DiagnosticKind.UNKNOWN_LAYER, place, "x");
    }

    private static Span span(SourceFile file, String words) {
        int start = file.text().indexOf(words);
        return new Span(file, start, start + words.length());
    }
}
