package io.quanmin.media;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Role;
import io.quanmin.media.Photos.Viewer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Photos as rows and objects, with a real database and a real store. */
@MediaCityTest
final class PhotosTest {

    private static final HttpClient ANYBODY = HttpClient.newHttpClient();

    @Autowired
    private Uploads uploads;

    @Autowired
    private Photos photos;

    @Autowired
    private MediaPersonalData personalData;

    @Autowired
    private StoredObjects objects;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private PhotoEndpoint endpoint;

    @Autowired
    private DatabaseClient database;

    @Test
    void aPhotoIsKeptAsOriginalPictureAndThumbnail() throws Exception {
        byte[] content = TestPhotos.real("DSCN0010.jpg");
        Id photo = uploads.upload(uploads.somebody(), content);

        assertThat(objects.all())
                .contains(PhotoKeys.original(photo), PhotoKeys.picture(photo), PhotoKeys.thumbnail(photo));
        Photo known = now(photos.find(List.of(photo))).getFirst();
        assertThat(known.width()).isEqualTo(640);
        assertThat(Objects.requireNonNull(known.takenFrom()).latitude()).isBetween(43.0, 44.0);
        assertThat(known.screening()).isEqualTo(Photo.Screening.PENDING);
    }

    @Test
    void theLinkOfAPictureWorksForWhoeverHasItAndGivesAJpeg() throws Exception {
        Id photo = uploads.upload(uploads.somebody(), TestPhotos.real("portrait_6.jpg"));
        PhotoLinks links = link(photo, Viewer.UPLOADER);

        HttpResponse<byte[]> answer = get(links.picture());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(answer.body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(get(links.thumbnail()).body().length).isLessThan(answer.body().length);
        assertThat(links.width()).isEqualTo(450);
        assertThat(links.placeholder()).isFalse();
    }

    @Test
    void withoutASignatureNothingIsReadable() throws Exception {
        Id photo = uploads.upload(uploads.somebody(), TestPhotos.real("portrait_6.jpg"));
        URI signed = link(photo, Viewer.STAFF).picture();
        URI bare = URI.create(signed.toString().replaceAll("\\?.*", ""));

        assertThat(get(bare).statusCode()).isEqualTo(403);
        URI original = URI.create(
                signed.toString().replace("/pictures/", "/originals/").replace(".jpg?", "?"));
        assertThat(get(original).statusCode()).isEqualTo(403);
    }

    @Test
    void aHeicIsKeptAsEvidenceAndShownAsAPlaceholder() throws Exception {
        Id photo = uploads.upload(uploads.somebody(), TestPhotos.real("IMG_5195.HEIC"));
        PhotoLinks links = link(photo, Viewer.STAFF);
        Photo known = now(photos.find(List.of(photo))).getFirst();

        assertThat(links.placeholder()).isTrue();
        assertThat(get(links.picture()).body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(known.width()).isZero();
        assertThat(known.takenFrom()).isNotNull();
        assertThat(known.screening()).isEqualTo(Photo.Screening.FOR_PERSON);
    }

    @Test
    void whatIsRefusedLeavesNeitherARowNorAnObject() throws Exception {
        Set<String> before = objects.all();
        long rows = rows();
        byte[] whole = TestPhotos.real("DSCN0010.jpg");
        for (byte[] refused : List.of(
                new byte[0],
                "not a photo".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                new byte[21 * 1024 * 1024])) {
            assertThatThrownBy(() -> uploads.upload(uploads.somebody(), refused))
                    .isInstanceOf(io.quanmin.kernel.Problem.class);
        }
        assertThat(objects.all()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aJpegWhosePixelsAreGarbageIsRefused() {
        byte[] jpeg = TestPhotos.real("DSCN0042.jpg");
        // The scan ends after a few rows; the file is whole otherwise.
        byte[] cut = TestPhotos.joined(Arrays.copyOf(jpeg, jpeg.length / 3), new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThatThrownBy(() -> uploads.upload(uploads.somebody(), cut)).isInstanceOf(BrokenPhoto.class);
    }

    @Test
    void attachingTwiceToTheSameSubjectIsTheSame() {
        Id person = uploads.somebody();
        Id subject = uploads.subject();
        List<Id> taken = List.of(uploads.upload(person), uploads.upload(person));

        photos.attach(taken, person, subject).block();
        photos.attach(List.of(taken.get(1), taken.get(0), taken.get(0)), person, subject)
                .block();
    }

    @Test
    void aPhotoOfSomebodyElseOrOfAnotherSubjectOrUnknownCannotBeAttached() {
        Id person = uploads.somebody();
        Id subject = uploads.subject();
        Id photo = uploads.upload(person);

        assertNotYours(List.of(photo), uploads.somebody(), subject);
        assertNotYours(List.of(photo, uploads.somebody()), person, subject);
        photos.attach(List.of(photo), person, uploads.subject()).block();
        assertNotYours(List.of(photo), person, subject);
    }

    @Test
    void noPhotosAreAttachedWithoutAsking() {
        photos.attach(List.of(), uploads.somebody(), uploads.subject()).block();
        assertThat(photos.find(List.of()).block()).isEmpty();
        assertThat(photos.links(List.of(), Viewer.PUBLIC).block()).isEmpty();
    }

    @Test
    void thePublicSeesAPhotoOnlyOnceItPassed() {
        Id photo = uploads.upload(uploads.somebody());
        assertThat(links(photo, Viewer.PUBLIC)).isEmpty();
        assertThat(links(photo, Viewer.UPLOADER)).containsOnlyKeys(photo);

        photos.judge(List.of(photo), true).block();
        assertThat(links(photo, Viewer.PUBLIC)).containsOnlyKeys(photo);

        photos.judge(List.of(photo), false).block();
        assertThat(links(photo, Viewer.PUBLIC)).isEmpty();
        assertThat(links(photo, Viewer.STAFF)).containsOnlyKeys(photo);
    }

    @Test
    void theSameLinkIsGivenOutAgain() {
        Id photo = uploads.upload(uploads.somebody());

        assertThat(links(photo, Viewer.STAFF)).isEqualTo(links(photo, Viewer.UPLOADER));
    }

    @Test
    void linksMadeAtOnceAreTheSame() {
        Id photo = uploads.upload(uploads.somebody());

        assertThat(Flux.range(0, 64)
                        .flatMap(
                                nth -> photos.links(List.of(photo), Viewer.STAFF)
                                        .subscribeOn(Schedulers.boundedElastic()),
                                64)
                        .distinct()
                        .count()
                        .block())
                .isEqualTo(1);
    }

    @Test
    void photosAreFoundInTheOrderAskedAndUnknownOnesAreLeftOut() {
        Id person = uploads.somebody();
        Id first = uploads.upload(person);
        Id second = uploads.upload(person);

        assertThat(photos.find(List.of(second, uploads.somebody(), first)).block())
                .extracting(Photo::id)
                .containsExactly(second, first);
    }

    @Test
    void whoLeavesIsForgottenAndWhatBecamePartOfSomethingStays() {
        Id person = uploads.somebody();
        Id attached = uploads.upload(person);
        Id loose = uploads.upload(person);
        photos.attach(List.of(attached), person, uploads.subject()).block();
        assertThat(exported(person)).hasSize(2);

        personalData.erase(person).block();
        personalData.erase(person).block();

        assertThat(exported(person)).isEmpty();
        assertThat(photos.find(List.of(attached, loose)).block())
                .extracting(Photo::id)
                .containsExactly(attached);
    }

    private List<?> exported(Id person) {
        return ((MediaPersonalData.Export) now(personalData.export(person))).photos();
    }

    @Test
    void ofWhoLeavesNeitherPlaceNorTimeNorTheOriginalStays() throws Exception {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person, TestPhotos.real("DSCN0010.jpg"));
        photos.attach(List.of(photo), person, uploads.subject()).block();
        Photo before = now(photos.find(List.of(photo))).getFirst();
        assertThat(before.takenFrom()).isNotNull();
        assertThat(before.takenAt()).isNotNull();

        personalData.erase(person).block();
        personalData.erase(person).block();

        Photo after = now(photos.find(List.of(photo))).getFirst();
        assertThat(after.takenFrom()).isNull();
        assertThat(after.takenAt()).isNull();
        sweeper.sweepAfter(Duration.ofMinutes(2));
        assertThat(objects.all())
                .doesNotContain(PhotoKeys.original(photo))
                .contains(PhotoKeys.picture(photo), PhotoKeys.thumbnail(photo));
        assertThat(leftovers(photo)).isZero();
    }

    @Test
    void aPhotoIsShownToItsUploaderAndToStaffWhoWorkOnCases() {
        Id person = uploads.somebody();
        Id photo = uploads.upload(person);

        for (Role role : Role.values()) {
            boolean sees = Set.of(Role.REVIEWER, Role.VERIFIER, Role.DISPATCHER, Role.OFFICER, Role.LEADER)
                    .contains(role);
            Id staff = uploads.somebody();
            Actor other = new Actor(staff, staff, Set.of(role), staff, null, "990102", null);
            Mono<Boolean> seen =
                    endpoint.photo(other, photo.toString()).thenReturn(true).onErrorReturn(NoSuchThing.class, false);
            assertThat(seen.block()).as(role.name()).isEqualTo(sees);
        }
        assertThat(endpoint.photo(Uploads.actor(person), photo.toString()).block())
                .isNotNull();
    }

    private long leftovers(Id photo) {
        return now(database.sql("select count(*) from media.leftover where id = :id")
                .bind("id", photo.value())
                .mapValue(Long.class)
                .one());
    }

    @Test
    void twoAccountsOfOnePersonHaveTheirPhotosTogether() {
        Id person = uploads.somebody();
        Id into = uploads.somebody();
        Id photo = uploads.upload(person);

        personalData.merge(person, into).block();

        photos.attach(List.of(photo), into, uploads.subject()).block();
    }

    private void assertNotYours(List<Id> wanted, Id person, Id subject) {
        assertThatThrownBy(() -> photos.attach(wanted, person, subject).block()).isInstanceOf(PhotosNotYours.class);
    }

    private PhotoLinks link(Id photo, Viewer viewer) {
        return Objects.requireNonNull(links(photo, viewer).get(photo));
    }

    private Map<Id, PhotoLinks> links(Id photo, Viewer viewer) {
        return now(photos.links(List.of(photo), viewer));
    }

    private long rows() {
        return now(database.sql("select count(*) from media.photo")
                .mapValue(Long.class)
                .one());
    }

    private static HttpResponse<byte[]> get(URI address) throws Exception {
        return ANYBODY.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
