package org.rapport.reporting.report.communityversusbilateral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.communityversusbilateral.CommunityQuery.Month;
import org.rapport.reporting.report.communityversusbilateral.CommunityReport.HalfLife;
import org.rapport.reporting.report.communityversusbilateral.CommunityReport.MonthRow;
import org.rapport.reporting.statistics.Estimate;

/** Turns counts into the answer, leaving out what this caller may not see. */
final class CommunityAssembly {

    private static final long FEW = 10;

    private final CommunityQuestion question;
    private final List<Month> months;
    private final Disclosure disclosure;

    CommunityAssembly(CommunityQuestion question, List<Month> months, Disclosure disclosure) {
        this.question = question;
        this.months = months;
        this.disclosure = disclosure;
    }

    CommunityReport report() {
        Month first = months.get(0);
        return new CommunityReport(
                "community-versus-bilateral",
                question.asOf(),
                question.parameters(),
                new CommunityReport.Population(
                        disclosure.count(first.followed(), first.followedPeople()),
                        disclosure.count(first.followedPeople(), first.followedPeople())),
                months.stream().map(this::row).toList(),
                new CommunityReport.HalfLives(
                        halfLife(Month::members, this::hidesCommunity),
                        halfLife(Month::acts, this::hidesCommunity),
                        halfLife(Month::pairs, this::hidesExchanges),
                        halfLife(Month::exchanges, this::hidesExchanges)),
                Suppression.of(disclosure),
                definitions(),
                methods(),
                warnings());
    }

    private boolean hidesCommunity(Month month) {
        return hides(month, month.activePeople());
    }

    private boolean hidesExchanges(Month month) {
        return hides(month, month.exchangingPeople());
    }

    /** Those who did something, and at least so many people who didn't. */
    private boolean hides(Month month, long people) {
        return month.followed() > 0 && Math.min(people, month.followedPeople() - people) < disclosure.below();
    }

    private MonthRow row(Month month) {
        boolean noCommunity = hidesCommunity(month);
        boolean noExchanges = hidesExchanges(month);
        Estimate none = Estimate.undefined(disclosure.reason());
        return new MonthRow(
                month.number(),
                CommunityQuery.DAYS * (month.number() - 1),
                CommunityQuery.DAYS * month.number(),
                disclosure.count(month.followed(), month.followedPeople()),
                noCommunity ? null : month.members(),
                noCommunity ? null : month.acts(),
                noCommunity
                        ? none
                        : disclosure
                                .proportion(month.members(), month.followed())
                                .wilson(),
                noCommunity ? null : per100(month.acts(), month),
                noExchanges ? null : month.exchanging(),
                noExchanges ? null : month.pairs(),
                noExchanges ? null : month.exchanges(),
                noExchanges
                        ? none
                        : disclosure
                                .proportion(month.exchanging(), month.followed())
                                .wilson(),
                noExchanges ? null : per100(month.exchanges(), month));
    }

    private Double per100(long count, Month month) {
        return disclosure.rounded(month.followed()) == 0
                ? null
                : Double.valueOf(100.0 * disclosure.rounded(count) / disclosure.rounded(month.followed()));
    }

    private HalfLife halfLife(ToLongFunction<Month> count, Predicate<Month> hidden) {
        List<Month> observed =
                months.stream().filter(month -> month.followed() > 0).toList();
        if (observed.isEmpty()) {
            return new HalfLife(null, null, "nobody was followed for a month");
        }
        if (observed.stream().anyMatch(hidden)) {
            return new HalfLife(null, null, disclosure.reason());
        }
        int peak = 0;
        for (int i = 1; i < observed.size(); i++) {
            peak = rate(count, observed.get(i)) > rate(count, observed.get(peak)) ? i : peak;
        }
        double highest = rate(count, observed.get(peak));
        if (highest == 0) {
            return new HalfLife(null, null, "nothing happened");
        }
        for (int i = peak + 1; i < observed.size(); i++) {
            if (rate(count, observed.get(i)) <= highest / 2) {
                return new HalfLife(observed.get(peak).number(), i - peak, null);
            }
        }
        return new HalfLife(observed.get(peak).number(), null, "not down to a half within the months observed");
    }

    private static double rate(ToLongFunction<Month> count, Month month) {
        return (double) count.applyAsLong(month) / month.followed();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        Month first = months.get(0);
        if (first.followed() == 0) {
            warnings.add(
                    "Nobody is in this selection who could be followed for a month: are these events HELD and over for"
                            + " so long by " + question.asOf()
                            + ", and did people with consent to research attend them?");
            return warnings;
        }
        Month last = months.get(months.size() - 1);
        if (last.followed() < first.followed()) {
            warnings.add(
                    "Later months are of fewer people, as not all could be followed so long: compare rates, not counts");
        }
        if (disclosure.full() && months.stream().anyMatch(month -> month.acts() < FEW || month.exchanges() < FEW)) {
            warnings.add(
                    "Some months have fewer than 10 acts or exchanges: too few for their half-life to be more than a hint");
        }
        if (months.stream().anyMatch(month -> hidesCommunity(month) || hidesExchanges(month))) {
            warnings.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
        return warnings;
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "months",
                "Of 30 days since the end of each event, all events together. Each month counts those attendances alone that"
                        + " could be followed to its end: until asOf, and not beyond the time somebody left.");
        definitions.put("acts", "Posts, calls and meetings of the event's community by its attendees, after its end.");
        definitions.put("activeMembers", "Attendances whose person did at least one of them in that month.");
        definitions.put(
                "exchanges",
                "Exchanges of two attendees (active, completed or lapsed"
                        + (question.confirmed() ? ", confirmed by both sides" : "") + ") that started in that month"
                        + (question.newTies() ? ", of pairs without an exchange before the event" : "") + ".");
        definitions.put("pairs", "Pairs with at least one exchange that started in that month.");
        definitions.put("exchangingMembers", "Attendances whose person had at least one of them.");
        definitions.put(
                "halfLife",
                "Our own: months from the one with the highest rate (per attendance followed) to the first with at most half"
                        + " of it. No model of decay is assumed; with small numbers it jumps.");
        return definitions;
    }

    private static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("share", "Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001)");
        methods.put("halfLife", "a definition of ours, from no model");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
