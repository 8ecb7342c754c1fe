package io.quanmin.local.demo;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Three articles of the demo city's publicity team. */
final class DemoArticles {

    private static final List<Article> ALL = List.of(
            new Article(
                    Scene.TREE,
                    "随手拍，让身边的小事有回音",
                    "拍一张照片，选个位置，说一句话——三步就能上报。",
                    "<p>路灯不亮、垃圾没收、井盖松动……这些小事，您拍下来，我们来办。</p><h3>怎么上报</h3><ol><li>点首页的“随手拍”，拍照或从相册选择；</li><li>确认位置，没开定位也可以手动选社区；</li><li>说一句情况，提交即可。</li></ol><p>从受理、核查、派遣到办结，每一步都会告诉您。</p>"),
            new Article(
                    Scene.SHARED_BIKES,
                    "地铁口的单车理顺了：一周办结 46 件",
                    "市民上报、企业到场、志愿者搭把手。",
                    "<p>上周，青石街道收到 46 件共享单车乱停的上报，全部在两个工作日内办结。</p><blockquote>“轮椅终于能直接推上电梯了。”家住桂花社区的王阿姨说。</blockquote><p>感谢每一位拍照的您。</p>"),
            new Article(
                    Scene.MANHOLE,
                    "发现井盖缺失怎么办？先离远，再打电话",
                    "危险情况先拨 110、119 或 120，再拍照上报。",
                    "<p>井盖缺失、路面塌陷、燃气异味都可能伤人。</p><ul><li><strong>先保证自己安全</strong>，不要靠近拍照；</li><li>有人受伤拨 120，起火或燃气泄漏拨 119；</li><li>在小程序里选“突发事件”，值班人员会立刻收到。</li></ul>"));

    private final Visitor editor;

    DemoArticles(Map<String, Visitor> visitors) {
        Persona publicity = Persona.ALL.stream()
                .filter(persona -> persona.role() == io.quanmin.kernel.Role.PUBLICITY)
                .findFirst()
                .orElseThrow();
        this.editor = java.util.Objects.requireNonNull(visitors.get(publicity.id()));
    }

    Mono<Void> publish() {
        return Flux.fromIterable(ALL).concatMap(this::publish).then();
    }

    private Mono<JsonNode> publish(Article article) {
        String key = "demo-article-" + ALL.indexOf(article);
        return editor.upload(article.scene().after(90 + ALL.indexOf(article)))
                .flatMap(cover -> editor.post("/articles", article.body(cover), key))
                .flatMap(draft -> editor.post(
                        "/articles/" + draft.path("id").asString() + "/publish",
                        Map.of("version", draft.path("version").asLong()),
                        key + "-publish"));
    }

    private record Article(Scene scene, String title, String summary, String text) {

        Map<String, Object> body(String cover) {
            return Map.of("title", title, "summary", summary, "body", text, "cover", cover);
        }
    }
}
