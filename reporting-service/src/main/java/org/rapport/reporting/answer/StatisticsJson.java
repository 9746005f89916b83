package org.rapport.reporting.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.rapport.reporting.statistics.Bounds;
import org.rapport.reporting.statistics.BreslowDay;
import org.rapport.reporting.statistics.ChiSquared;
import org.rapport.reporting.statistics.CochranMantelHaenszel;
import org.rapport.reporting.statistics.EValue;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.KendallTau;
import org.rapport.reporting.statistics.SpearmanRho;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.Trend;
import org.rapport.reporting.statistics.network.Mrqap;
import org.rapport.reporting.statistics.network.Qap;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.LogRank;
import org.rapport.reporting.statistics.survival.ProportionalHazards;

/**
 * How the results of the estimators look as JSON: what is undefined is a null {@code value} or {@code pValue} beside its
 * reason; what doesn't apply is absent. Said here because the statistics know of no framework.
 */
@Singleton
class StatisticsJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        for (Class<?> valued : new Class<?>[] {Estimate.class, EValue.class, SpearmanRho.class, KendallTau.class}) {
            mapper.addMixIn(valued, Valued.class);
        }
        for (Class<?> tested : new Class<?>[] {
            TestResult.class,
            ChiSquared.class,
            CochranMantelHaenszel.class,
            BreslowDay.class,
            Trend.class,
            LogRank.class,
            ProportionalHazards.Row.class,
            Qap.class,
            Mrqap.Term.class
        }) {
            mapper.addMixIn(tested, Tested.class);
        }
        mapper.addMixIn(Bounds.class, Bounded.class);
        for (Class<?> reasoned : new Class<?>[] {KaplanMeier.Horizon.class, ProportionalHazards.class, Mrqap.class}) {
            mapper.addMixIn(reasoned, Reasoned.class);
        }
    }

    /** Always has a value, be it null. */
    @JsonInclude(Include.NON_NULL)
    private interface Valued {
        @JsonInclude(Include.ALWAYS)
        Double value();
    }

    /** Always has a p-value, be it null. */
    @JsonInclude(Include.NON_NULL)
    private interface Tested {
        @JsonInclude(Include.ALWAYS)
        Double pValue();
    }

    /** Always has the bounds, be they null. */
    @JsonInclude(Include.NON_NULL)
    private interface Bounded {
        @JsonInclude(Include.ALWAYS)
        Bounds.RiskDifference riskDifference();

        @JsonInclude(Include.ALWAYS)
        Bounds.Scenarios scenarios();
    }

    /** Has its reason only if there is one. */
    private interface Reasoned {
        @JsonInclude(Include.NON_NULL)
        String reason();
    }
}
