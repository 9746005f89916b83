package org.rapport.participants.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.participants.topic.Kind;
import org.rapport.participants.topic.RelatedTopic;

/**
 * A stretch of the index in which all matches are equally good: of one topic and kind, and of the languages from one to
 * before another, beginning after an id.
 *
 * @param kind '' if it was not stated
 */
record Place(
        String topic,
        String kind,
        String language,
        UUID afterId,
        String beforeLanguage,
        List<Reason> reasons,
        int topicSteps) {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Sorts between a language and all that begin with its letters. */
    private static final String JUST_AFTER = " ";

    private static final String AFTER_ALL = "~";
    private static final String UNSTATED = "";

    private record Tier(int steps, boolean narrower) {}

    private record Stretch(String from, String to) {}

    private record Choice<T>(List<T> values, List<Reason> reasons) {}

    /**
     * The places, the best first: the topic counts most (the same, then the nearest, and of equally near ones the narrower),
     * then the kind (the same, then unstated), then the language.
     */
    static List<Place> ranked(String topic, Kind kind, String language, List<RelatedTopic> related) {
        Map<Tier, List<String>> tiers = new LinkedHashMap<>();
        tiers.put(new Tier(0, false), List.of(topic));
        for (RelatedTopic other : related) {
            tiers.computeIfAbsent(new Tier(other.steps(), other.narrower()), tier -> new ArrayList<>())
                    .add(other.code());
        }
        List<Place> places = new ArrayList<>();
        tiers.forEach((tier, topics) -> {
            for (Choice<String> kinds : kinds(kind)) {
                for (Choice<Stretch> languages : languages(language)) {
                    List<Reason> reasons = new ArrayList<>(List.of(reason(tier)));
                    reasons.addAll(kinds.reasons());
                    reasons.addAll(languages.reasons());
                    add(places, topics, kinds.values(), languages.values(), List.copyOf(reasons), tier.steps());
                }
            }
        });
        return places;
    }

    private static void add(
            List<Place> places,
            List<String> topics,
            List<String> kinds,
            List<Stretch> languages,
            List<Reason> reasons,
            int steps) {
        for (String topic : topics) {
            for (String kind : kinds) {
                for (Stretch stretch : languages) {
                    places.add(new Place(topic, kind, stretch.from(), BEFORE_ALL, stretch.to(), reasons, steps));
                }
            }
        }
    }

    private static Reason reason(Tier tier) {
        if (tier.steps() == 0) {
            return Reason.SAME_TOPIC;
        }
        return tier.narrower() ? Reason.NARROWER_TOPIC : Reason.BROADER_TOPIC;
    }

    private static List<Choice<String>> kinds(Kind kind) {
        List<String> others =
                new ArrayList<>(Arrays.stream(Kind.values()).map(Kind::name).toList());
        if (kind == null) {
            others.add(UNSTATED);
            return List.of(new Choice<>(others, List.of()));
        }
        others.remove(kind.name());
        return List.of(
                new Choice<>(List.of(kind.name()), List.of(Reason.SAME_KIND)),
                new Choice<>(List.of(UNSTATED), List.of()),
                new Choice<>(others, List.of()));
    }

    private static List<Choice<Stretch>> languages(String language) {
        if (language.isEmpty()) {
            return List.of(new Choice<>(List.of(new Stretch("", AFTER_ALL)), List.of()));
        }
        return List.of(
                new Choice<>(List.of(new Stretch(language, language + JUST_AFTER)), List.of(Reason.SAME_LANGUAGE)),
                new Choice<>(
                        List.of(new Stretch("", language), new Stretch(language + JUST_AFTER, AFTER_ALL)), List.of()));
    }

    boolean holds(String topic, String kind, String language) {
        return this.topic.equals(topic)
                && this.kind.equals(kind)
                && this.language.compareTo(language) <= 0
                && beforeLanguage.compareTo(language) > 0;
    }

    /** The rest of the place, after a match in it. */
    Place after(String language, UUID id) {
        return new Place(topic, kind, language, id, beforeLanguage, reasons, topicSteps);
    }
}
