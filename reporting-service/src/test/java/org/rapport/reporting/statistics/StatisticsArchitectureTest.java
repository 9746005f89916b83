package org.rapport.reporting.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StatisticsArchitectureTest {

    private static final JavaClasses STATISTICS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rapport.reporting.statistics");

    @Test
    void estimatorsDependOnNothingButMathematics() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.rapport.reporting.statistics..",
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.math3..")
                .check(STATISTICS);
    }
}
