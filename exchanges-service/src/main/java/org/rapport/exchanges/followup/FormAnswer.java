package org.rapport.exchanges.followup;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.exchanges.exchange.ExchangeType;
import org.rapport.kit.json.Uuids;

/** What was typed into the form, which may make no sense yet. */
record FormAnswer(List<Typed> typed, boolean isChecked) {

    private static final int MOST = 100;

    /** As browsers with a field for dates send it, and as people type it into those without. */
    private static final DateTimeFormatter YEAR_FIRST =
            DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d][uuuu.M.d]").withResolverStyle(ResolverStyle.STRICT);

    /** What can be read of what was typed about somebody, and the date as it was typed. */
    record Typed(AnswerRequest.Told told, String since) {

        static Typed of(UUID id, String type, String since, String need) {
            return new Typed(new AnswerRequest.Told(id, readType(type), readDate(since), readId(need)), since);
        }

        static Typed of(AnswerRequest.Told told) {
            Instant since = told.startedAt();
            return new Typed(
                    told,
                    since == null
                            ? null
                            : LocalDate.ofInstant(since, ZoneOffset.UTC).toString());
        }
    }

    FormAnswer {
        typed = List.copyOf(typed);
    }

    /** What has been said so far. */
    static FormAnswer of(AnswerForm.Asked asked) {
        return new FormAnswer(asked.told().stream().map(Typed::of).toList(), false);
    }

    /** What has been said so far, with those who are ticked now, and without those who were to be ticked and are not. */
    static FormAnswer ofPeople(AnswerForm.Asked asked, MultivaluedMap<String, String> fields) {
        Set<UUID> shown = ids(fields, "shown");
        Set<UUID> ticked = ids(fields, "who");
        Map<UUID, Typed> typed = new LinkedHashMap<>();
        asked.told().stream()
                .filter(told -> !shown.contains(told.participantId()) || ticked.contains(told.participantId()))
                .forEach(told -> typed.put(told.participantId(), Typed.of(told)));
        ticked.stream()
                .filter(id -> asked.met().contains(id) || asked.others().contains(id))
                .limit(MOST)
                .forEach(id -> typed.computeIfAbsent(id, unsaid -> Typed.of(unsaid, null, null, null)));
        return new FormAnswer(typed.values().stream().limit(MOST).toList(), false);
    }

    /** What has been said so far, with what is said now of some. */
    static FormAnswer ofDetails(AnswerForm.Asked asked, MultivaluedMap<String, String> fields) {
        Set<UUID> described = ids(fields, "who");
        return new FormAnswer(
                asked.told().stream()
                        .map(told -> {
                            UUID id = told.participantId();
                            return described.contains(id)
                                    ? Typed.of(
                                            id,
                                            fields.getFirst("type-" + id),
                                            fields.getFirst("since-" + id),
                                            fields.getFirst("need-" + id))
                                    : Typed.of(told);
                        })
                        .toList(),
                false);
    }

    FormAnswer checked() {
        return new FormAnswer(typed, true);
    }

    boolean isWhole() {
        return !typed.isEmpty()
                && typed.stream()
                        .allMatch(one -> one.told().type() != null && one.told().startedAt() != null);
    }

    AnswerRequest draft() {
        return new AnswerRequest(true, false, typed.stream().map(Typed::told).toList());
    }

    AnswerRequest whole() {
        return new AnswerRequest(false, false, draft().exchanges());
    }

    private static Set<UUID> ids(MultivaluedMap<String, String> fields, String name) {
        Set<UUID> ids = new HashSet<>();
        for (String text : fields.getOrDefault(name, List.of())) {
            UUID id = readId(text);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static UUID readId(String text) {
        return text != null && Uuids.isCanonical(text) ? UUID.fromString(text) : null;
    }

    private static ExchangeType readType(String text) {
        return Arrays.stream(ExchangeType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** A day that has come already, somewhere on earth. */
    private static Instant readDate(String text) {
        try {
            Instant day = text == null
                    ? null
                    : LocalDate.parse(text.strip(), YEAR_FIRST)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
            boolean isPast =
                    day != null && day.isBefore(Instant.now().plus(1, ChronoUnit.DAYS)) && !day.isBefore(Instant.EPOCH);
            return isPast ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
