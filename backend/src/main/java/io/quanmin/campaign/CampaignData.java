package io.quanmin.campaign;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What campaign keeps about a person: that they wrote an article. An erased author's articles stay, without them. */
@Component
class CampaignData implements PersonalData {

    private final AuthorTable table;

    CampaignData(AuthorTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "campaign";
    }

    @Override
    public Set<String> tables() {
        return Set.of("campaign.article");
    }

    @Override
    public Mono<Object> export(Id person) {
        return table.titles(person).collectList().map(titles -> Map.of("articles", titles));
    }

    @Override
    public Mono<Void> erase(Id person) {
        return table.erase(person);
    }

    @Override
    public Mono<Void> merge(Id person, Id into) {
        return table.handOver(person, into);
    }
}
