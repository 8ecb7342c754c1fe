package io.quanmin.media;

import io.quanmin.kernel.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Photos as other modules use them. */
public interface Photos {

    /**
     * Binds uploaded photos to a subject, so that they are not swept. Joins the caller's transaction; again is the same.
     * Fails with {@link PhotosNotYours} when one is unknown, somebody else's or bound to another subject.
     *
     * @param uploader who uploaded them
     * @param subject such as a case or an article
     */
    Mono<Void> attach(List<Id> photos, Id uploader, Id subject);

    /** What staff may know, in the order asked; unknown ones are left out. */
    Mono<List<Photo>> find(Collection<Id> photos);

    /** Perceptual hashes of photos (64 bits; alike pictures differ in few), by id; those that could not be decoded are left out. */
    Mono<Map<Id, Long>> hashes(Collection<Id> photos);

    /**
     * Photos, already part of something, that look the same as these: for each the one most like it.
     *
     * @param bits by how many bits of 64 their hashes may differ, at most 7
     * @param apartFrom what they may be part of without being meant; absent for nothing
     */
    Mono<List<Twin>> twins(Collection<Id> photos, int bits, @Nullable Id apartFrom);

    /** Links of the clean copies, signed for a limited time; of photos, by id. Public viewers get only passed ones. */
    Mono<Map<Id, PhotoLinks>> links(Collection<Id> photos, Viewer viewer);

    /**
     * A person has looked at all of them: those the content check left to a person are shown from now on. Those still waiting for
     * the check go on waiting, and are shown unless it hides them; what it hid stays hidden. Joins the caller's transaction.
     */
    Mono<Void> lookedAt(List<Id> photos);

    /** Subjects of which a photo was left to a person by the content check, longest waiting first, at most so many. */
    Flux<Id> waitingForPerson(int most);

    /** Judges photos of a subject by a person, finally: shown or hidden from the public. Joins the caller's transaction. */
    Mono<Void> judge(List<Id> photos, boolean fit);

    /**
     * Covers parts of a photo for good in all copies that are served, from the original each time: what was covered before and is
     * not named again shows again. Not within a transaction. Fails with {@code NoSuchThing}, with {@link PhotoNotToRedact} where
     * only a placeholder is shown, and with {@link PhotoRedactedMeanwhile}.
     *
     * @param by who covers them
     */
    Mono<Void> redact(Id photo, List<Region> regions, Id by);

    /** What is covered of a photo now. */
    Mono<List<Region>> redacted(Id photo);

    /** For whom links are made. */
    enum Viewer {
        PUBLIC,
        UPLOADER,
        STAFF
    }
}
