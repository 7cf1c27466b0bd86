package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final double[] ONE_TWO = {1, 2};
    private static final double[] TWO_SIX = {2, 6};

    @Test
    void appliesTheFormulaOfTheElement() {
        assertThat(new Standardize(ONE_TWO, TWO_SIX).apply(5, 0)).isEqualTo(2);
        assertThat(new Standardize(ONE_TWO, TWO_SIX).apply(5, 1)).isEqualTo(0.5);
        assertThat(new Center(ONE_TWO).apply(5, 1)).isEqualTo(3);
        assertThat(new Scale(ONE_TWO, TWO_SIX, -1, 1).apply(3, 1)).isEqualTo(-0.5);
    }

    @Test
    void findsTheChannelOfAnImagesElement() {
        Transform channels = new Center(ONE_TWO);
        assertThat(channels.apply(0, 4)).isEqualTo(-1);
        assertThat(channels.apply(0, 5)).isEqualTo(-2);
    }

    @Test
    void comesBackFromTheFileAndInverts() throws ModelFileException {
        List<Transform> written =
                List.of(new Standardize(ONE_TWO, TWO_SIX), new Center(TWO_SIX), new Scale(ONE_TWO, TWO_SIX, -0.5, 0.5));
        ModelFile.Builder builder = ModelFile.builder();
        written.forEach(transform -> transform.write(builder, "size"));
        ModelFile file = builder.build();
        List<Transform> read =
                List.of(Standardize.read(file, "size", 2), Center.read(file, "size", 2), Scale.read(file, "size", 2));
        for (int i = 0; i < written.size(); i++) {
            for (int element = 0; element < 2; element++) {
                double y = read.get(i).apply(7, element);
                assertThat(y).isEqualTo(written.get(i).apply(7, element));
                assertThat(read.get(i).invert(y, element)).isWithin(1e-5).of(7);
            }
        }
    }
}
