package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.media.Photo;
import io.quanmin.media.PhotoLinks;
import io.quanmin.media.Photos;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The photos of a case as a viewer may see them. */
@Component
class Album {

    private static final Set<CasePhoto.Kind> HELD = EnumSet.of(CasePhoto.Kind.BEFORE, CasePhoto.Kind.RESULT);

    private final CasePhotoTable table;
    private final Photos photos;

    Album(CasePhotoTable table, Photos photos) {
        this.table = table;
        this.photos = photos;
    }

    /** @param held whether the viewer holds the case, and so brought the photos of before and after */
    Mono<Pages> open(CaseFile file, Sight sight, boolean held) {
        return table.of(file.id())
                .collectList()
                .flatMap(all -> all.isEmpty() ? Mono.just(Pages.EMPTY) : open(file, sight, held, all));
    }

    private Mono<Pages> open(CaseFile file, Sight sight, boolean held, List<CasePhoto> all) {
        List<Id> ids = all.stream().map(CasePhoto::photo).toList();
        return Mono.zip(links(all, sight, held), known(ids, sight))
                .map(read -> new Pages(all, views(file, all, read.getT1(), read.getT2())));
    }

    /** What a reporter brought is theirs to see; what others brought to their case they see as everybody does. */
    private Mono<Map<Id, PhotoLinks>> links(List<CasePhoto> all, Sight sight, boolean held) {
        return Flux.fromArray(CasePhoto.Kind.values())
                .concatMap(kind -> photos.links(ids(all, kind), viewer(sight, held, kind)))
                .<Map<Id, PhotoLinks>>collect(HashMap::new, Map::putAll);
    }

    private static Photos.Viewer viewer(Sight sight, boolean held, CasePhoto.Kind kind) {
        return held && HELD.contains(kind) ? Photos.Viewer.UPLOADER : sight.photos(kind);
    }

    private static List<Id> ids(List<CasePhoto> all, CasePhoto.Kind kind) {
        return all.stream()
                .filter(photo -> photo.kind() == kind)
                .map(CasePhoto::photo)
                .toList();
    }

    /** What the camera wrote is for staff only. */
    private Mono<Map<Id, Photo>> known(List<Id> ids, Sight sight) {
        return sight == Sight.STAFF ? photos.find(ids).map(Album::byId) : Mono.just(Map.of());
    }

    private static Map<Id, Photo> byId(List<Photo> photos) {
        return photos.stream().collect(Collectors.toMap(Photo::id, photo -> photo));
    }

    private static Map<Id, PhotoView> views(
            CaseFile file, List<CasePhoto> all, Map<Id, PhotoLinks> links, Map<Id, Photo> known) {
        return all.stream()
                .map(CasePhoto::photo)
                .filter(links::containsKey)
                .collect(Collectors.toMap(id -> id, id -> view(file, id, links, known.get(id))));
    }

    private static PhotoView view(CaseFile file, Id id, Map<Id, PhotoLinks> links, @Nullable Photo photo) {
        return PhotoView.of(
                id,
                Objects.requireNonNull(links.get(id)),
                photo,
                file.origin().place().point());
    }

    /** The photos this viewer may see, in order. */
    record Pages(List<CasePhoto> all, Map<Id, PhotoView> views) {

        static final Pages EMPTY = new Pages(List.of(), Map.of());

        List<PhotoView> of(CasePhoto.Kind kind) {
            return where(photo -> photo.kind() == kind);
        }

        /** The same of a kind, without those that came before a version. */
        List<PhotoView> since(long version, CasePhoto.Kind kind) {
            return where(photo -> photo.kind() == kind && photo.version() > version);
        }

        List<PhotoView> at(long version) {
            return where(photo -> photo.version() == version);
        }

        private List<PhotoView> where(Predicate<CasePhoto> wanted) {
            return all.stream()
                    .filter(wanted)
                    .map(photo -> views.get(photo.photo()))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
