package org.rapport.reporting.statistics.survival;

/** How events at the same time are taken, which in truth came one after the other. */
public enum Ties {

    /** Those with the event leave the set of those at risk by equal parts. Close to exact. Efron 1977. */
    EFRON {
        @Override
        double gone(int before, int events) {
            return (double) before / events;
        }
    },

    /** All of them stay in it for all. Simpler, and biased towards no effect when ties are many. Breslow 1974. */
    BRESLOW {
        @Override
        double gone(int before, int events) {
            return 0;
        }
    };

    /** The part of those with the event at this time that is no longer at risk for one of the events. */
    abstract double gone(int before, int events);
}
