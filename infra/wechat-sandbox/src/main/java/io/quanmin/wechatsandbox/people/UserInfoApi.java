package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.AppKind;
import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.http.Answer;
import io.quanmin.wechatsandbox.http.Call;
import io.quanmin.wechatsandbox.http.Routes;
import io.quanmin.wechatsandbox.http.Verb;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/user/info} of the service account: no name and no picture any more, but the unionid. */
public final class UserInfoApi {

    private final Users users;
    private final Follows follows;

    public UserInfoApi(Population people) {
        this.users = people.users();
        this.follows = people.follows();
    }

    public void register(Routes routes) {
        routes.guarded(Verb.GET, "/cgi-bin/user/info", AppKind.SERVICE_ACCOUNT, this::info);
    }

    private Answer info(AppSettings app, Call call) {
        Person person = users.byOpenid(app.appid(), call.query("openid"));
        ObjectNode info = Json.object()
                .put("subscribe", follows.follows(person.id()) ? 1 : 0)
                .put("openid", users.openid(person.id(), app.appid()));
        String unionid = users.unionid(person.id(), app.appid());
        if (unionid != null) {
            info.put("unionid", unionid);
        }
        follows.of(person.id()).ifPresent(follow -> addFollow(info, follow));
        return Answer.json(info);
    }

    private static void addFollow(ObjectNode info, Follow follow) {
        info.put("nickname", "")
                .put("sex", 0)
                .put("language", "zh_CN")
                .put("city", "")
                .put("province", "")
                .put("country", "")
                .put("headimgurl", "")
                .put("subscribe_time", follow.since().getEpochSecond())
                .put("remark", "")
                .put("groupid", 0)
                .put("subscribe_scene", follow.scene())
                .put("qr_scene", follow.sceneId())
                .put("qr_scene_str", follow.sceneText())
                .putArray("tagid_list");
    }
}
