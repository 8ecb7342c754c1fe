package io.quanmin.wechatsandbox.people;

import io.quanmin.wechatsandbox.base.AppSettings;
import io.quanmin.wechatsandbox.base.Apps;
import io.quanmin.wechatsandbox.base.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All users, and who they are to each account. */
public final class Users {

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> byOpenid = new ConcurrentHashMap<>();
    private final Apps apps;
    private final OpenPlatform openPlatform;

    public Users(Apps apps, OpenPlatform openPlatform) {
        this.apps = apps;
        this.openPlatform = openPlatform;
        DefaultPeople.ALL.forEach(this::add);
    }

    /** Adds this person, or replaces the one with the same id. */
    public void add(Person person) {
        people.put(person.id(), person);
        apps.all().forEach(app -> byOpenid.put(key(app.appid(), openid(person.id(), app.appid())), person.id()));
    }

    public List<Person> all() {
        return people.values().stream().sorted(Comparator.comparing(Person::id)).toList();
    }

    public Optional<Person> find(String userId) {
        return Optional.ofNullable(people.get(userId));
    }

    /** Throws {@link NoSuchElementException} for an id that does not exist. */
    public Person get(String userId) {
        return find(userId).orElseThrow(() -> new NoSuchElementException("No user " + userId));
    }

    public void change(String userId, UnaryOperator<Person> how) {
        people.put(userId, how.apply(get(userId)));
    }

    /** Stable for this user and account. */
    public String openid(String userId, String appid) {
        return OpenIds.openid(appid, userId);
    }

    /** Null while the account is not bound to an Open Platform account. */
    public @Nullable String unionid(String userId, String appid) {
        AppSettings app = apps.get(appid);
        return openPlatform.isBound(appid) ? OpenIds.unionid(app.openPlatform(), userId) : null;
    }

    /** The user of an openid; refuses one of another account, or of nobody, with 40003. */
    public Person byOpenid(String appid, @Nullable String openid) {
        return findByOpenid(appid, openid).orElseThrow(Refusal::invalidOpenid);
    }

    /** Empty for an openid of another account, or of nobody. */
    public Optional<Person> findByOpenid(String appid, @Nullable String openid) {
        return Optional.ofNullable(openid)
                .map(text -> byOpenid.get(key(appid, text)))
                .map(this::get);
    }

    private static String key(String appid, String openid) {
        return appid + " " + openid;
    }
}
