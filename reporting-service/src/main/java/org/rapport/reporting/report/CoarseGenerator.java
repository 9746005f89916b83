package org.rapport.reporting.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes a report with its numbers rounded. */
final class CoarseGenerator extends JsonGeneratorDelegate {

    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** What the caller asked for, and numbers that are of nobody. */
    private static final Set<String> AS_IT_IS = Set.of("parameters", "suppression", "seed", "time", "level");

    /** Moments of single encounters. */
    private static final Set<String> OF_ONE = Set.of("firstMetAt", "lastEndsAt");

    private static final String WARNINGS = "warnings";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:-])\\d+(\\.\\d+)?(?![\\w:-]|\\.\\d)");

    private final Disclosure disclosure;

    CoarseGenerator(JsonGenerator exact, Disclosure disclosure) {
        super(exact, false);
        this.disclosure = disclosure;
    }

    @Override
    public void writeNumber(long number) throws IOException {
        String name = name();
        if (isAsItIs()) {
            delegate.writeNumber(number);
        } else if (name.endsWith("Seconds")) {
            delegate.writeNumber((long) twoDigits(number));
        } else {
            delegate.writeNumber(disclosure.rounded(number));
        }
    }

    @Override
    public void writeNumber(double number) throws IOException {
        delegate.writeNumber(isAsItIs() ? number : twoDigits(number));
    }

    @Override
    public void writeArray(long[] array, int offset, int length) throws IOException {
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        writeEndArray();
    }

    @Override
    public void writeArray(double[] array, int offset, int length) throws IOException {
        writeStartArray(array, length);
        for (int i = offset; i < offset + length; i++) {
            writeNumber(array[i]);
        }
        writeEndArray();
    }

    @Override
    public void writeString(String text) throws IOException {
        String name = name();
        if (text == null || isAsItIs()) {
            delegate.writeString(text);
        } else if (OF_ONE.contains(name)) {
            delegate.writeNull();
        } else {
            delegate.writeString(name.equals(WARNINGS) ? NUMBER.matcher(text).replaceAll(this::coarse) : text);
        }
    }

    @Override
    public void writeEndArray() throws IOException {
        JsonStreamContext around = getOutputContext().getParent();
        if (around.inObject()
                && around.getParent().inRoot()
                && around.getCurrentName().equals(WARNINGS)) {
            delegate.writeString("Counts are rounded to multiples of " + disclosure.below()
                    + ", what is computed from them follows the rounded ones, and no other number has more than two digits:"
                    + " sums may be off by a few");
        }
        delegate.writeEndArray();
    }

    /** Of the field that is written; elements of a list go by that of the list. */
    private String name() {
        JsonStreamContext context = getOutputContext();
        while (!context.inObject()) {
            context = context.getParent();
        }
        return context.getCurrentName();
    }

    private boolean isAsItIs() {
        for (JsonStreamContext context = getOutputContext(); context != null; context = context.getParent()) {
            if (context.inObject() && AS_IT_IS.contains(context.getCurrentName())) {
                return true;
            }
        }
        return false;
    }

    private String coarse(MatchResult number) {
        if (number.group(1) != null) {
            return new BigDecimal(number.group()).round(TWO_DIGITS).toPlainString();
        }
        long whole = Long.parseLong(number.group());
        return Long.toString(whole < disclosure.below() ? whole : disclosure.rounded(whole));
    }

    private static double twoDigits(double number) {
        return BigDecimal.valueOf(number).round(TWO_DIGITS).doubleValue();
    }
}
