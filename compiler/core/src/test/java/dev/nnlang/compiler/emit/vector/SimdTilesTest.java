package dev.nnlang.compiler.emit.vector;

import static com.google.common.truth.Truth.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import org.junit.jupiter.api.Test;

class SimdTilesTest {

    private final SimdTiles tiles = new SimdTiles(ClassName.get("p", "NetTiles"));

    /** A panel may be as wide as the widest that any contraction asks for, whichever asks first. */
    @Test
    void contractionsOfDifferentWidthsShareAMethodForTheWidest() {
        SimdTiles.Cut row = new SimdTiles.Cut(1, 0, 17);
        assertThat(tiles.method(row, 2)).isEqualTo("NetTiles.tile1Terms17");
        assertThat(tiles.method(row, 3)).isEqualTo("NetTiles.tile1Terms17");
        assertThat(tiles.method(row, 1)).isEqualTo("NetTiles.tile1Terms17");

        assertThat(tiles.methods().stream().map(MethodSpec::name))
                .containsExactly("tile1Terms17", "tile1Terms17x3", "tile1Terms17x2", "tile1Terms17x1")
                .inOrder();
        assertThat(tiles.methods().get(0).code().toString())
                .contains("width == 3 * dev.nnlang.runtime.simd.Vectors.LANES");
    }
}
