package org.rapport.reporting.report.readinessexposure;

import java.util.SplittableRandom;

/** How many of a kind are among people drawn: to be drawn many times, so that all probabilities are worked out first. */
final class Hypergeometric {

    /** Tried one after the other before anything else. */
    private static final int FEW = 4;

    private final int least;

    /** The probabilities of so many or fewer. */
    private final double[] upTo;

    /** @param ofKind how many of the people are */
    Hypergeometric(int people, int ofKind, int drawn) {
        least = Math.max(0, drawn + ofKind - people);
        int most = Math.min(drawn, ofKind);
        int mode = Math.min(most, (int) ((drawn + 1L) * (ofKind + 1L) / (people + 2L)));
        upTo = new double[most - least + 1];
        // each as a multiple of the most probable one, which cannot overflow
        upTo[mode - least] = 1;
        for (int number = mode; number < most; number++) {
            upTo[number + 1 - least] = upTo[number - least] * next(number, people, ofKind, drawn);
        }
        for (int number = mode; number > least; number--) {
            upTo[number - 1 - least] = upTo[number - least] / next(number - 1, people, ofKind, drawn);
        }
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        double all = upTo[upTo.length - 1];
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= all;
        }
    }

    /** How much more probable one more is. */
    private static double next(int number, int people, int ofKind, int drawn) {
        return ((double) ofKind - number)
                / (number + 1.0)
                * ((double) drawn - number)
                / ((double) people - ofKind - drawn + number + 1);
    }

    double probabilityUpTo(int number) {
        return upTo[number - least];
    }

    int next(SplittableRandom random) {
        double probability = (random.nextLong() >>> 11) * 0x1.0p-53;
        int from = 0;
        while (from < FEW && from < upTo.length && upTo[from] <= probability) {
            from++;
        }
        int to = from < FEW ? from : upTo.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (upTo[middle] > probability) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return least + from;
    }
}
