package org.rapport.reporting.statistics.regression;

/** How an outcome y is distributed, given η. McCullagh and Nelder 1989. */
interface Family {

    double logLikelihood(double y, double eta);

    /** Its derivative by η. */
    double score(double y, double eta);

    /** Minus its second derivative. */
    double curvature(double y, double eta);

    /** What is expected of the second derivative's opposite: what standard errors come from, as in R. */
    double information(double eta);

    /** Yes or no: logit μ = η. */
    Family BINOMIAL = new Family() {

        @Override
        public double logLikelihood(double y, double eta) {
            // log μ or log (1 - μ), by the smaller of exp(η), exp(-η), which never overflows
            double signed = y > 0 ? -eta : eta;
            return -(Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed))));
        }

        @Override
        public double score(double y, double eta) {
            return y > 0 ? 1 / (1 + Math.exp(eta)) : -1 / (1 + Math.exp(-eta));
        }

        @Override
        public double curvature(double y, double eta) {
            return information(eta);
        }

        @Override
        public double information(double eta) {
            double small = Math.exp(-Math.abs(eta));
            return small / ((1 + small) * (1 + small));
        }
    };

    /** Counts: log μ = η. Without log y!, which depends on no parameter. */
    Family POISSON = new Family() {

        @Override
        public double logLikelihood(double y, double eta) {
            return y * eta - Math.exp(eta);
        }

        @Override
        public double score(double y, double eta) {
            return y - Math.exp(eta);
        }

        @Override
        public double curvature(double y, double eta) {
            return information(eta);
        }

        @Override
        public double information(double eta) {
            return Math.exp(eta);
        }
    };

    /** Counts with variance μ + α μ²: log μ = η. Without what depends on neither η nor α. */
    static Family negativeBinomial(double alpha) {
        return new Family() {

            @Override
            public double logLikelihood(double y, double eta) {
                // y log μ - (y + 1/α) log(1 + α μ), that logarithm without overflow
                double scaled = eta + Math.log(alpha);
                double log = Math.max(scaled, 0) + Math.log1p(Math.exp(-Math.abs(scaled)));
                return y * eta - (y + 1 / alpha) * log;
            }

            @Override
            public double score(double y, double eta) {
                double mean = Math.exp(eta);
                return (y - mean) / (1 + alpha * mean);
            }

            @Override
            public double curvature(double y, double eta) {
                double mean = Math.exp(eta);
                return mean * (1 + alpha * y) / ((1 + alpha * mean) * (1 + alpha * mean));
            }

            @Override
            public double information(double eta) {
                double mean = Math.exp(eta);
                return mean / (1 + alpha * mean);
            }
        };
    }
}
