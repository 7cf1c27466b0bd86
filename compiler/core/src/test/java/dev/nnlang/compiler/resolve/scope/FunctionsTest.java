package dev.nnlang.compiler.resolve.scope;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void theTableDescribesEachFunctionAndNoOther() {
        assertThat(Signatures.supported(Category.FUNCTION)).containsExactlyElementsIn(Functions.names());
    }
}
