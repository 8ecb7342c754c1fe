package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a step as it comes; which fields matter depends on the step.
 *
 * @param version the version of the case its mover looked at
 * @param reason for send-back, reject, object, refute, return, refuse, supervise, ask-extension, decline-extension, shelve, unmerge, reopen,
 *     overturn; may be given for withdraw and urge
 * @param unit code, for dispatch
 * @param into id of a case, for merge
 * @param solved with stars and text, for rate
 * @param description words to add, for supplement
 * @param type code, for accept
 * @param hours for ask-extension
 * @param before ids of photos, for solve, whose photos are those of afterwards
 * @param position of the phone, for solve
 * @param until a day such as {@code 2027-01-31}, for shelve
 * @param answer for the public, for finish, pass and approve
 * @param difficulty {@code SIMPLE}, {@code ORDINARY} or {@code HARD}, for accept, where the reviewer decides otherwise than the rule
 * @param calls units to be called, for whistle and call-more
 * @param mode {@code SELF}, {@code LEVELS} or {@code WHISTLE}, as {@code difficulty}
 */
record StepRequest(
        @Nullable String step,
        @Nullable Long version,
        @Nullable String note,
        @Nullable String reason,
        @Nullable List<@Nullable String> photos,
        @Nullable String unit,
        @Nullable String into,
        @Nullable Boolean solved,
        @Nullable Integer stars,
        @Nullable String text,
        @Nullable String description,
        @Nullable String type,
        @Nullable Integer hours,
        @Nullable String until,
        @Nullable List<@Nullable String> before,
        @Nullable Position position,
        @Nullable String answer,

        @Nullable String difficulty,
        @Nullable String mode,
        @Nullable List<@Nullable CalledUnit> calls) {

    private static final int WORDS = 500;
    private static final int DESCRIPTION = 1_000;
    private static final int CODE = 64;
    private static final int PHOTOS = 9;
    private static final int STARS = 5;
    private static final int CALLS = 50;
    private static final Id NOBODY = Id.parse("000000-" + "0".repeat(32));

    /** Reads it; fails with {@code InvalidFields} that name all that is wrong. */
    Move read() {
        Fields fields = new Fields();
        if (version == null) {
            fields.refuse("version", "required", "请带上案件的版本");
        }
        Move move = move(fields.words("step", step, CODE), fields);
        fields.check();
        return move;
    }

    private Move move(String name, Fields fields) {
        return switch (name) {
            case "accept" -> accept(fields);
            case "send-back" -> new Move.SendBack(reason(fields));
            case "reject" -> new Move.Reject(reason(fields));
            case "merge" -> new Move.Merge(fields.id("into", into).orElse(NOBODY), why(fields));
            case "withdraw" -> new Move.Withdraw(fields.maybeWords("reason", reason, WORDS));
            case "supplement" -> supplement(fields);
            case "object" -> new Move.ObjectTo(reason(fields));
            case "confirm" -> new Move.Confirm(note(fields), photos(fields, 0));
            case "refute" -> new Move.Refute(reason(fields), photos(fields, 0));
            case "dispatch" -> new Move.Dispatch(fields.maybeWords("unit", unit, CODE), note(fields));
            case "sign" -> new Move.Sign(note(fields));
            case "return" -> new Move.Return(reason(fields));
            case "finish" -> new Move.Finish(note(fields), photos(fields, 1), answer(fields));
            case "pass" -> new Move.Pass(note(fields), photos(fields, 0), answer(fields));
            case "refuse" -> new Move.Refuse(reason(fields), photos(fields, 0));
            case "rate" -> rate(fields);
            case "reopen" -> new Move.Reopen(reason(fields), photos(fields, 0));
            case "uphold" -> new Move.Uphold(note(fields), photos(fields, 0));
            case "overturn" -> new Move.Overturn(reason(fields), photos(fields, 0));
            case "urge" -> new Move.Urge(fields.maybeWords("reason", reason, WORDS));
            case "supervise" -> new Move.Supervise(reason(fields));
            case "ask-extension" -> new Move.AskExtension(hours(fields), reason(fields));
            case "grant-extension" -> new Move.GrantExtension(note(fields));
            case "decline-extension" -> new Move.DeclineExtension(reason(fields));
            case "shelve" -> new Move.Shelve(until(fields), reason(fields));
            case "resume" -> new Move.Resume(note(fields));
            case "unmerge" -> new Move.Unmerge(reason(fields));
            case "offer" -> new Move.Offer(note(fields));
            case "take-over" -> new Move.TakeOver(note(fields));
            case "claim" -> new Move.Claim();
            case "give-back" -> new Move.GiveBack(fields.maybeWords("reason", reason, WORDS));
            case "solve" -> solve(fields);
            case "approve" -> new Move.Approve(note(fields), answer(fields));
            case "disapprove" -> new Move.Disapprove(reason(fields));
            case "whistle" -> new Move.Whistle(calls(fields), note(fields));
            case "call-more" -> new Move.CallMore(calls(fields), note(fields));
            case "sign-task" -> new Move.SignTask(note(fields));
            case "report-task" -> new Move.ReportTask(fields.words("note", note, WORDS), photos(fields, 0));
            case "return-task" -> new Move.ReturnTask(reason(fields));
            case "release-task" -> new Move.ReleaseTask(fields.words("unit", unit, CODE), reason(fields));
            default -> new Move.Unknown(name);
        };
    }

    private List<Whistling.Call> calls(Fields fields) {
        List<@Nullable CalledUnit> given = calls == null ? List.of() : calls;
        if (given.size() > CALLS) {
            fields.refuse("calls", "too-many", "一次最多召集 " + CALLS + " 个单位");
            return List.of();
        }
        List<Whistling.Call> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            CalledUnit call = given.get(i);
            read.add((call == null ? CalledUnit.EMPTY : call).read("calls[" + i + "].", fields));
        }
        return List.copyOf(read);
    }

    private Move accept(Fields fields) {
        return new Move.Accept(
                fields.maybeWords("type", type, CODE),
                fields.maybeOne("difficulty", difficulty, Difficulty.class),
                fields.maybeOne("mode", mode, LinkageMode.class),
                note(fields),
                fields.maybeWords("reason", reason, WORDS));
    }

    private int hours(Fields fields) {
        if (hours == null || hours < 1) {
            fields.refuse("hours", "required", "请填写要延长的小时数");
            return 1;
        }
        return hours;
    }

    private LocalDate until(Fields fields) {
        try {
            return LocalDate.parse(until == null ? "" : until);
        } catch (DateTimeParseException notADay) {
            fields.refuse("until", "not-a-day", "请选择复查日期");
            return LocalDate.EPOCH;
        }
    }

    private @Nullable String note(Fields fields) {
        return fields.maybeWords("note", note, WORDS);
    }

    private @Nullable String answer(Fields fields) {
        return fields.maybeWords("answer", answer, WORDS);
    }

    /** A merge explains itself; who gives a reason all the same is heard. */
    private @Nullable String why(Fields fields) {
        return note == null ? fields.maybeWords("reason", reason, WORDS) : note(fields);
    }

    private String reason(Fields fields) {
        return fields.words("reason", reason, WORDS);
    }

    private List<Id> photos(Fields fields, int least) {
        return fields.photos("photos", photos, least, PHOTOS);
    }

    private Move solve(Fields fields) {
        List<Id> then = fields.photos("before", before, 0, PHOTOS);
        List<Id> afterwards = photos(fields, 1);
        fields.apart("before", then, afterwards);
        return new Move.Solve(note(fields), then, afterwards, Position.read(fields, position));
    }

    private Move supplement(Fields fields) {
        String words = fields.maybeWords("description", description, DESCRIPTION);
        List<Id> more = photos(fields, 0);
        if (words == null && more.isEmpty()) {
            fields.refuse("description", "required", "请补充说明或照片");
        }
        return new Move.Supplement(words, more);
    }

    private Move rate(Fields fields) {
        if (solved == null) {
            fields.refuse("solved", "required", "请选择问题是否已解决");
        }
        if (stars == null || stars < 1 || stars > STARS) {
            fields.refuse("stars", "out-of-range", "请评 1 至 5 星");
        }
        int given = stars == null ? 1 : stars;
        return new Move.Rate(new Rating(Boolean.TRUE.equals(solved), given, fields.maybeWords("text", text, WORDS)));
    }
}
