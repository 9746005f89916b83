package org.rapport.exchanges.followup;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.exchanges.exchange.ExchangeType;

/** The pages for one person, with names and in a language. */
final class FormPages {

    private final AnswerForm.Asked asked;
    private final People.Shown shown;
    private final Locale language;
    private final FormMessages words;
    private final Map<UUID, String> names;

    FormPages(AnswerForm.Asked asked, People.Shown shown, Locale language) {
        this.asked = asked;
        this.shown = shown;
        this.language = language;
        this.words = MessageBundles.get(FormMessages.class, Localized.Literal.of(language.toLanguageTag()));
        this.names = shown.told().stream().collect(Collectors.toMap(People.Person::id, People.Person::name));
    }

    /** At the first of those who can be ticked; where there is nobody, at where others are looked for. */
    FormPage.Problem chooseSomebody() {
        String field = Stream.concat(shown.met().people().stream(), shown.others().people().stream())
                .findFirst()
                .map(first -> "who-" + first.id())
                .orElse("q");
        return new FormPage.Problem(field, null, words.chooseSomebody());
    }

    FormPage done() {
        return page("done", false, null, 1, List.of(), List.of(), List.of());
    }

    FormPage people(String q, int number, boolean saved, List<FormPage.Problem> problems) {
        List<FormPage.Group> groups = new ArrayList<>();
        groups.add(new FormPage.Group("told", shown.told(), false));
        if (q == null) {
            groups.add(new FormPage.Group("met", shown.met().people(), false));
        }
        groups.add(new FormPage.Group(
                "others", shown.others().people(), shown.others().more()));
        return page("people", saved, q, number, groups, List.of(), problems);
    }

    /** Whoever has ceased to show their name is not asked about, and what was said of them stays. */
    FormPage details(FormAnswer answer, boolean saved) {
        List<FormPage.Detail> details = new ArrayList<>();
        List<FormPage.Problem> problems = new ArrayList<>();
        for (FormAnswer.Typed typed : answer.typed()) {
            String name = names.get(typed.told().participantId());
            if (name != null) {
                AnswerRequest.Told told = typed.told();
                boolean typeMissing = answer.isChecked() && told.type() == null;
                boolean sinceWrong = answer.isChecked() && told.startedAt() == null;
                details.add(new FormPage.Detail(
                        told.participantId(),
                        name,
                        told.type(),
                        typed.since(),
                        told.needId(),
                        typeMissing,
                        sinceWrong));
                if (typeMissing) {
                    problems.add(new FormPage.Problem("type-" + told.participantId(), name, words.chooseType()));
                }
                if (sinceWrong) {
                    problems.add(new FormPage.Problem("since-" + told.participantId(), name, since(typed.since())));
                }
            }
        }
        return page("details", saved, null, 1, List.of(), details, problems);
    }

    private String since(String typed) {
        return typed == null || typed.isEmpty() ? words.sinceMissing() : words.sinceWrong(today());
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private List<FormPage.TypeName> types() {
        return Stream.of(ExchangeType.values())
                .map(type -> new FormPage.TypeName(
                        type,
                        switch (type) {
                            case CONTACT -> words.contact();
                            case ADVICE -> words.advice();
                            case RESOURCE -> words.resource();
                            case JOINT_ACTIVITY -> words.jointActivity();
                            case JOINT_PRODUCT -> words.jointProduct();
                            case FUNDING -> words.funding();
                            case AGREEMENT -> words.agreement();
                        }))
                .toList();
    }

    private FormPage page(
            String view,
            boolean saved,
            String q,
            int number,
            List<FormPage.Group> groups,
            List<FormPage.Detail> details,
            List<FormPage.Problem> problems) {
        boolean nobody = groups.stream()
                .filter(group -> !group.kind().equals("told"))
                .allMatch(group -> group.people().isEmpty());
        return new FormPage(
                view,
                language.toLanguageTag(),
                asked.eventTitle(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .withZone(ZoneOffset.UTC)
                        .format(asked.closesAt()),
                today(),
                asked.answer() == Answer.NONE,
                saved,
                q,
                number,
                nobody,
                shown.told(),
                groups,
                details,
                types(),
                shown.needs(),
                problems);
    }
}
