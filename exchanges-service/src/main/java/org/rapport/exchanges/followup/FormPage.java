package org.rapport.exchanges.followup;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rapport.exchanges.exchange.ExchangeType;
import org.rapport.kit.links.Languages;

/**
 * What a page of the form shows; all else that it says is in its template.
 *
 * @param view which page: people, details, done, gone or unavailable
 * @param number which page of the others
 * @param nobody whether nobody is there to be ticked
 */
record FormPage(
        String view,
        String language,
        String event,
        String until,
        String today,
        boolean none,
        boolean saved,
        String q,
        int number,
        boolean nobody,
        List<People.Person> told,
        List<Group> groups,
        List<Detail> details,
        List<TypeName> types,
        List<People.OpenNeed> needs,
        List<Problem> problems) {

    /** Without a question: to whoever has no link that is (still) good, always the same. */
    static FormPage without(String view, Locale language) {
        return new FormPage(
                view,
                language.toLanguageTag(),
                null,
                null,
                null,
                false,
                false,
                null,
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** People to be ticked, with what they have in common. */
    record Group(String kind, List<People.Person> people, boolean more) {}

    /** What is asked of an exchange with somebody, with what was said; the date as it was typed. */
    record Detail(
            UUID id,
            String name,
            ExchangeType type,
            String since,
            UUID need,
            boolean typeMissing,
            boolean sinceWrong) {}

    /** A type of exchange in words. */
    record TypeName(ExchangeType type, String name) {}

    /** Something to be corrected, and where. */
    record Problem(String field, String name, String text) {}

    /** A language by its own name. */
    record Tongue(String tag, String name) {}

    public boolean isFailed() {
        return !problems.isEmpty();
    }

    /** Whether it is a step that can be shown again in another language. */
    public boolean isAsking() {
        return view.equals("people") || view.equals("details");
    }

    public boolean isKnown() {
        return event != null;
    }

    public List<Tongue> tongues() {
        return Languages.ALL.stream()
                .map(language -> new Tongue(language.toLanguageTag(), language.getDisplayLanguage(language)))
                .toList();
    }
}
