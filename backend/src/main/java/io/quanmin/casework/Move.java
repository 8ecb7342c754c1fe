package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do with a case; each is a step of the flow by the same name. Texts are clean and within their limits. */
sealed interface Move {

    /** The step's name in the flow. */
    String step();

    /** Something for the timeline, where said. */
    default @Nullable String note() {
        return null;
    }

    /** Why, where a reason is due. */
    default @Nullable String reason() {
        return null;
    }

    /** Photos that come with it. */
    default List<Id> photos() {
        return List.of();
    }

    /**
     * @param type corrects the reporter's choice, where given
     * @param difficulty where it is not what the rule proposes, as is {@code mode}; the reason says why
     */
    record Accept(
            @Nullable String type,
            @Nullable Difficulty difficulty,
            @Nullable LinkageMode mode,
            @Nullable String note,
            @Nullable String reason)
            implements Move {

        Accept(@Nullable String type, @Nullable String note) {
            this(type, null, null, note, null);
        }

        @Override
        public String step() {
            return "accept";
        }
    }

    /** Asks the reporter for more. */
    record SendBack(String reason) implements Move {
        @Override
        public String step() {
            return "send-back";
        }
    }

    /** Does not take the case on. */
    record Reject(String reason) implements Move {
        @Override
        public String step() {
            return "reject";
        }
    }

    /** @param into the case about the same problem that goes on */
    record Merge(Id into, @Nullable String note) implements Move {
        @Override
        public String step() {
            return "merge";
        }
    }

    /** The reporter takes the case back. */
    record Withdraw(@Nullable String reason) implements Move {
        @Override
        public String step() {
            return "withdraw";
        }
    }

    /** @param words added to the description */
    record Supplement(@Nullable String words, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "supplement";
        }

        @Override
        public @Nullable String note() {
            return words;
        }

        /** A description with these words added to it. */
        String after(String description) {
            return words == null ? description : description + "\n" + words;
        }
    }

    /** Objects to a rejection. */
    record ObjectTo(String reason) implements Move {
        @Override
        public String step() {
            return "object";
        }
    }

    /** The problem is really there. */
    record Confirm(@Nullable String note, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "confirm";
        }
    }

    /** The problem is not there, or is another one. */
    record Refute(String reason, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "refute";
        }
    }

    /** @param unit code of the unit that is to solve it; absent for the one the rulebook names */
    record Dispatch(@Nullable String unit, @Nullable String note) implements Move {
        @Override
        public String step() {
            return "dispatch";
        }
    }

    /** The unit takes the task. */
    record Sign(@Nullable String note) implements Move {
        @Override
        public String step() {
            return "sign";
        }
    }

    /** The unit says the task is not its own. */
    record Return(String reason) implements Move {
        @Override
        public String step() {
            return "return";
        }
    }

    /**
     * @param photos of the result, at least one
     * @param answer proposed for the public; absent for the one the rulebook proposes
     */
    record Finish(
            @Nullable String note,
            List<Id> photos,
            @Nullable String answer) implements Move {

        Finish(@Nullable String note, List<Id> photos) {
            this(note, photos, null);
        }

        @Override
        public String step() {
            return "finish";
        }
    }

    /**
     * The result is good.
     *
     * @param answer corrects what was proposed for the public; absent where that is right
     */
    record Pass(
            @Nullable String note,
            List<Id> photos,
            @Nullable String answer) implements Move {

        Pass(@Nullable String note, List<Id> photos) {
            this(note, photos, null);
        }

        @Override
        public String step() {
            return "pass";
        }
    }

    /** The result is not good: it is handled again. */
    record Refuse(String reason, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "refuse";
        }
    }

    /** The reporter's last word. */
    record Rate(Rating rating) implements Move {
        @Override
        public String step() {
            return "rate";
        }
    }

    /** Its reporter says that it is not solved: it is done again, by another hand. */
    record Reopen(String reason, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "reopen";
        }
    }

    /** Inspected again by another person, the result is good. */
    record Uphold(@Nullable String note, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "uphold";
        }
    }

    /** Inspected again by another person, the result is not good: it is done again, by another hand. */
    record Overturn(String reason, List<Id> photos) implements Move {
        @Override
        public String step() {
            return "overturn";
        }
    }

    /** The reporter asks where it remains. */
    record Urge(@Nullable String reason) implements Move {
        @Override
        public String step() {
            return "urge";
        }
    }

    /** The working group keeps an eye on it. */
    record Supervise(String reason) implements Move {
        @Override
        public String step() {
            return "supervise";
        }
    }

    /** @param hours more, on the clock of the limit */
    record AskExtension(int hours, String reason) implements Move {
        @Override
        public String step() {
            return "ask-extension";
        }
    }

    /** What was asked for is given. */
    record GrantExtension(@Nullable String note) implements Move {
        @Override
        public String step() {
            return "grant-extension";
        }
    }

    /** What was asked for is not given. */
    record DeclineExtension(String reason) implements Move {
        @Override
        public String step() {
            return "decline-extension";
        }
    }

    /** @param until the day on which it is looked at again */
    record Shelve(LocalDate until, String reason) implements Move {
        @Override
        public String step() {
            return "shelve";
        }
    }

    /** What was shelved goes on. */
    record Resume(@Nullable String note) implements Move {
        @Override
        public String step() {
            return "resume";
        }
    }

    /** The case goes on by itself again. */
    record Unmerge(String reason) implements Move {
        @Override
        public String step() {
            return "unmerge";
        }
    }

    /** Any citizen may solve it. */
    record Offer(@Nullable String note) implements Move {
        @Override
        public String step() {
            return "offer";
        }
    }

    /** What was on offer goes to a unit. */
    record TakeOver(@Nullable String note) implements Move {
        @Override
        public String step() {
            return "take-over";
        }
    }

    /** A citizen takes it on. */
    record Claim() implements Move {
        @Override
        public String step() {
            return "claim";
        }
    }

    /** And gives it back. */
    record GiveBack(@Nullable String reason) implements Move {
        @Override
        public String step() {
            return "give-back";
        }
    }

    /**
     * A citizen has solved it.
     *
     * @param before photos from before, which the reporter may leave out
     * @param photos from afterwards, at least one
     * @param position of the phone, where it says; compared with the case and forgotten
     */
    record Solve(
            @Nullable String note,
            List<Id> before,
            List<Id> photos,
            @Nullable GeoPoint position) implements Move {
        @Override
        public String step() {
            return "solve";
        }
    }

    /**
     * A citizen's result is good.
     *
     * @param answer for the public; absent for the one the rulebook proposes
     */
    record Approve(@Nullable String note, @Nullable String answer) implements Move {
        @Override
        public String step() {
            return "approve";
        }
    }

    /** A citizen's result is not good. */
    record Disapprove(String reason) implements Move {
        @Override
        public String step() {
            return "disapprove";
        }
    }

    /** @param calls who is called, one of them the lead */
    record Whistle(List<Whistling.Call> calls, @Nullable String note) implements Move {

        public Whistle {
            calls = List.copyOf(calls);
        }

        @Override
        public String step() {
            return "whistle";
        }
    }

    /** @param calls who is called besides */
    record CallMore(List<Whistling.Call> calls, @Nullable String note) implements Move {

        public CallMore {
            calls = List.copyOf(calls);
        }

        @Override
        public String step() {
            return "call-more";
        }
    }

    /** A called unit takes its task. */
    record SignTask(@Nullable String note) implements Move {

        @Override
        public String step() {
            return "sign-task";
        }
    }

    /** A called unit has done its share. */
    record ReportTask(String note, List<Id> photos) implements Move {

        @Override
        public String step() {
            return "report-task";
        }
    }

    /** A called unit says the task is not its own. */
    record ReturnTask(String reason) implements Move {

        @Override
        public String step() {
            return "return-task";
        }
    }

    /** @param unit code of the unit that is let go */
    record ReleaseTask(String unit, String reason) implements Move {

        @Override
        public String step() {
            return "release-task";
        }
    }

    /** A step no move is known for: refused like one the flow does not have here. */
    record Unknown(String step) implements Move {}
}
