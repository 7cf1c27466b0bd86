package dev.nnlang.compiler.library;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class DocCommentTest {

    @Test
    void tellsTheListAndTheBlockFromTheRest() {
        DocComment doc = DocComment.of("""
                Straight, then bent.
                After somebody.

                - slope: how steep: a number
                - in: a vector

                    input -> bent
                    loss: huber
                """);

        assertThat(doc.summary()).isEqualTo("Straight, then bent. After somebody.");
        assertThat(doc.items()).containsExactly("slope", "how steep: a number", "in", "a vector");
        assertThat(doc.example())
                .containsExactly("input -> bent", "loss: huber")
                .inOrder();
    }

    @Test
    void aDashThatListsNothingIsText() {
        assertThat(DocComment.of("- or so").summary()).isEqualTo("- or so");
    }
}
