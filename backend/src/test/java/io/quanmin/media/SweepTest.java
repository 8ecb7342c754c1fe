package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What nobody needs does not stay. */
@MediaCityTest
final class SweepTest {

    @Autowired
    private Uploads uploads;

    @Autowired
    private Photos photos;

    @Autowired
    private PhotoTable table;

    @Autowired
    private SweepTable sweepTable;

    @Autowired
    private StoredObjects objects;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private CitySettings city;

    @Test
    void anUploadThatBecamePartOfNothingGoesAfterADayWithItsObjects() throws Exception {
        Id person = uploads.somebody();
        Id loose = uploads.upload(person);
        Id attached = uploads.upload(person);
        photos.attach(List.of(attached), person, uploads.subject()).block();

        sweeper.sweepAfter(Duration.ofHours(23));
        assertThat(objects.all()).contains(PhotoKeys.original(loose));
        sweeper.sweepAfter(Duration.ofHours(25));
        sweeper.sweepAfter(Duration.ofHours(26));

        assertThat(photos.find(List.of(loose, attached)).block())
                .extracting(Photo::id)
                .containsExactly(attached);
        assertThat(objects.all())
                .doesNotContain(PhotoKeys.original(loose), PhotoKeys.picture(loose), PhotoKeys.thumbnail(loose))
                .contains(PhotoKeys.original(attached), PhotoKeys.picture(attached), PhotoKeys.thumbnail(attached));
    }

    @Test
    void anUploadThatDiedHalfWayGoesAfterAnHour() {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person);
        database.sql("update media.photo set state = 'ARRIVING' where id = :id")
                .bind("id", photo.value())
                .then()
                .block();

        sweeper.sweepAfter(Duration.ofMinutes(59));
        assertThat(rows(photo)).isOne();
        sweeper.sweepAfter(Duration.ofMinutes(61));
        assertThat(rows(photo)).isZero();
    }

    @Test
    void anUploadThatFailedLeavesItsObjectsToTheSweeper() throws Exception {
        Id photo = uploads.upload(uploads.somebody());
        database.sql("update media.photo set state = 'ARRIVING' where id = :id")
                .bind("id", photo.value())
                .then()
                .block();

        table.undo(photo, Instant.now()).block();
        assertThat(rows(photo)).isZero();
        assertThat(objects.all()).contains(PhotoKeys.original(photo));
        sweeper.sweepAfter(Duration.ofMinutes(2));
        assertThat(objects.all()).doesNotContain(PhotoKeys.original(photo), PhotoKeys.picture(photo));
    }

    @Test
    void onlyOneNodeSweepsUntilItsLeaseEnds() {
        String elsewhere = city.code().replace('9', '8');
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        assertThat(sweepTable.lease(elsewhere, first, Duration.ofMinutes(1)).block())
                .isTrue();
        assertThat(sweepTable.lease(elsewhere, second, Duration.ofMinutes(1)).block())
                .isFalse();
        assertThat(sweepTable.lease(elsewhere, first, Duration.ofSeconds(-1)).block())
                .isTrue();
        assertThat(sweepTable.lease(elsewhere, second, Duration.ofMinutes(1)).block())
                .isTrue();
    }

    private long rows(Id photo) {
        return now(database.sql("select count(*) from media.photo where id = :id")
                .bind("id", photo.value())
                .mapValue(Long.class)
                .one());
    }
}
