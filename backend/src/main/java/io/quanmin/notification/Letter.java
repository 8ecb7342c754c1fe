package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.quanmin.notice.Notice;
import io.quanmin.notice.Notice.Urgency;
import java.time.Instant;
import java.util.List;

/** A notice in the words that people read. */
record Letter(Id subject, String template, String title, String text, String link, Urgency urgency, Instant at) {

    static Letter of(Notice notice, Template template) {
        return new Letter(
                notice.subject(),
                notice.template(),
                Wording.fill(template.title(), notice.parameters()),
                Wording.fill(template.text(), notice.parameters()),
                notice.link(),
                notice.urgency(),
                notice.at());
    }

    News to(List<News.To> people) {
        return new News(title, text, link, at, urgency, people);
    }
}
