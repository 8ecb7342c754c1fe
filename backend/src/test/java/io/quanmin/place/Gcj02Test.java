package io.quanmin.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The datum of WeChat's maps and the datum of GPS. */
final class Gcj02Test {

    private static final double MILLIMETRE = 1 / 111_195_000.0;

    @Test
    void thePublishedCheckValueComesOut() {
        GeoPoint gcj02 = Gcj02.toGcj02(new GeoPoint(116.397428, 39.90923, Datum.WGS84));

        assertThat(gcj02.datum()).isEqualTo(Datum.GCJ02);
        assertThat(gcj02.latitude()).isEqualTo(39.9106335, within(1e-7));
        assertThat(gcj02.longitude()).isEqualTo(116.4036717, within(1e-7));
    }

    @Test
    void thereAndBackIsTheSamePlaceToTheMillimetre() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            GeoPoint start = new GeoPoint(random.nextDouble(80, 130), random.nextDouble(20, 50), Datum.WGS84);
            GeoPoint back = Gcj02.toWgs84(Gcj02.toGcj02(start));
            assertThat(Math.hypot(back.longitude() - start.longitude(), back.latitude() - start.latitude()))
                    .as("seed %d, %s", seed, start)
                    .isLessThan(MILLIMETRE);
        }
    }

    @Test
    void outsideChinaBothDatumsAreTheSame() {
        GeoPoint arezzo = new GeoPoint(11.8819, 43.4672, Datum.WGS84);

        assertThat(Gcj02.toGcj02(arezzo)).isEqualTo(new GeoPoint(11.8819, 43.4672, Datum.GCJ02));
        assertThat(Gcj02.toWgs84(new GeoPoint(11.8819, 43.4672, Datum.GCJ02))).isEqualTo(arezzo);
    }

    @Test
    void aPointAlreadyInTheDatumStaysAsItIs() {
        GeoPoint gcj02 = new GeoPoint(120.13, 30.27, Datum.GCJ02);
        GeoPoint wgs84 = new GeoPoint(120.13, 30.27, Datum.WGS84);

        assertThat(Gcj02.toGcj02(gcj02)).isSameAs(gcj02);
        assertThat(Gcj02.toWgs84(wgs84)).isSameAs(wgs84);
    }
}
