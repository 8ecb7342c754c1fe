package io.quanmin.wechatsandbox.people;

/**
 * A WeChat user.
 *
 * @param id short and stable, e.g. {@code u01}
 * @param role what this person does in the city, for whoever looks at the page
 * @param phone bound to the user's WeChat, without country code
 * @param risky WeChat's risk control blocks this user's logins (40226)
 * @param messagesOn the master switch of subscription messages in the mini-program's settings
 * @param blocksService refuses the service account's messages without unfollowing it
 */
public record Person(
        String id, String name, String role, String phone, boolean risky, boolean messagesOn, boolean blocksService) {

    public Person(String id, String name, String role, String phone) {
        this(id, name, role, phone, false, true, false);
    }

    public Person risky(boolean now) {
        return new Person(id, name, role, phone, now, messagesOn, blocksService);
    }

    public Person messagesOn(boolean now) {
        return new Person(id, name, role, phone, risky, now, blocksService);
    }

    public Person blocksService(boolean now) {
        return new Person(id, name, role, phone, risky, messagesOn, now);
    }
}
