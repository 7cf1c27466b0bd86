package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dgolden.update=true} to write the files anew, and review the difference like code. */
class CasesTest {

    static List<CaseFolder> cases() throws IOException {
        return CaseFolder.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsWhatEveryStageMakes(CaseFolder folder) throws IOException {
        Map<String, String> made = CaseFolder.made(folder.compile());
        if (Boolean.getBoolean("golden.update")) {
            folder.update(made);
        }
        Map<String, String> found = folder.found();

        assertWithMessage("%s: files", folder).that(found.keySet()).isEqualTo(made.keySet());
        made.forEach((name, text) -> assertWithMessage("%s: %s, from -Dgolden.update=true", folder, name)
                .that(text)
                .isEqualTo(found.get(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void javacHasNothingToSay(CaseFolder folder) throws IOException {
        JavaClasses.compile(folder.compile().files());
    }

    /** Nothing that changes without the source changing. */
    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameTextEachTime(CaseFolder folder) throws IOException {
        Compilation first = folder.compile();
        Compilation second = folder.compile();

        assertThat(second.files()).isEqualTo(first.files());
        assertThat(second.dumps()).isEqualTo(first.dumps());
    }
}
