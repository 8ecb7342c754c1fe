package io.quanmin.media;

import io.quanmin.kernel.InvalidFields;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** The one file of a multipart form, as it streams in. Other fields, of which phones send some, are passed over. */
final class UploadForm {

    private static final String FIELD = "file";

    private boolean complete;
    private boolean begun;

    private UploadForm() {}

    /** The content of the field {@code file}; fails with {@link InvalidFields} when there is none or a second one. */
    static Flux<DataBuffer> file(Flux<PartEvent> events) {
        return Flux.defer(() -> {
            UploadForm form = new UploadForm();
            return events.<DataBuffer>handle(form::take).concatWith(Mono.defer(form::end));
        });
    }

    private void take(PartEvent event, SynchronousSink<DataBuffer> sink) {
        boolean wanted = event instanceof FilePartEvent && FIELD.equals(event.name());
        if (wanted && !complete && event.content().readableByteCount() > 0) {
            sink.next(event.content());
        } else {
            DataBufferUtils.release(event.content());
        }
        if (wanted && complete) {
            sink.error(new InvalidFields(FIELD, "one-only", "一次只能上传一张照片"));
        }
        begun |= wanted;
        complete |= wanted && event.isLast();
    }

    private Mono<DataBuffer> end() {
        return begun ? Mono.empty() : Mono.error(new InvalidFields(FIELD, "required", "请选择照片"));
    }
}
