package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Photos that were invited to come straight to the store. */
@Component
class DirectUploadTable {

    private final DatabaseClient database;

    DirectUploadTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> await(Id photo, Id uploader, PhotoFormat format, long size, Instant now) {
        return database.sql("""
                        insert into media.photo (district, id, uploader_district, uploader, state, format, size,
                            width, height, uploaded_at, screening)
                        values (:district, :id, :uploaderDistrict, :uploader, 'AWAITED', :format, :size,
                            0, 0, :now, 'PENDING')
                        """)
                .bind("district", photo.district())
                .bind("id", photo.value())
                .bind("uploaderDistrict", uploader.district())
                .bind("uploader", uploader.value())
                .bind("format", format.name())
                .bind("size", size)
                .bind("now", now)
                .then();
    }

    Mono<Boolean> isAwaited(Id photo, Id uploader) {
        return database.sql("""
                        select exists (select from media.photo where district = :district and id = :id
                            and uploader_district = :uploaderDistrict and uploader = :uploader
                            and state = 'AWAITED') as awaited
                        """)
                .bind("district", photo.district())
                .bind("id", photo.value())
                .bind("uploaderDistrict", uploader.district())
                .bind("uploader", uploader.value())
                .mapValue(Boolean.class)
                .one();
    }
}
