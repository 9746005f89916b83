package org.rapport.reporting.statistics.survival;

import org.rapport.reporting.statistics.Confidence;

/** The scale on which an interval of a survival probability is symmetric. */
public enum SurvivalInterval {

    /** S to the power of exp(± z se / (S ln S)): stays between 0 and 1, and keeps its coverage in small groups. */
    LOG_LOG("Greenwood, log-log") {
        @Override
        double limit(double survival, double se, double z) {
            return Math.pow(survival, Math.exp(z * se / (survival * Math.log(survival))));
        }
    },

    /** S exp(± z se / S), not beyond 1; R's default. */
    LOG("Greenwood, log") {
        @Override
        double limit(double survival, double se, double z) {
            return survival * Math.exp(z * se / survival);
        }
    },

    /** S ± z se, not beyond 0 and 1; poor in small groups and near either end. */
    PLAIN("Greenwood, plain") {
        @Override
        double limit(double survival, double se, double z) {
            return survival + z * se;
        }
    };

    private final String method;

    SurvivalInterval(String method) {
        this.method = method;
    }

    abstract double limit(double survival, double se, double z);

    String method() {
        return method;
    }

    double lower(double survival, double se) {
        return Math.max(0, limit(survival, se, -Confidence.Z));
    }

    double upper(double survival, double se) {
        return Math.min(1, limit(survival, se, Confidence.Z));
    }
}
