package org.rapport.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for the code of every module. The tests of each extend this, in the package above those of its features. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Architecture {

    private static final String KIT = "org.rapport.kit..";

    private final JavaClasses code = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyEndpointStatesItsRolesOrIsPublicOnPurpose() {
        check(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class));
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        check(slices().matching(getClass().getPackageName() + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void entitiesKnowNeitherHttpNorKafka() {
        check(noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "io.vertx.."));
    }

    @Test
    void onlyTheKitKnowsKafka() {
        check(classes()
                .that()
                .resideOutsideOfPackage(KIT)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.kafka.."));
    }

    @Test
    void onlyTheParticipantsServiceKnowsWhoPeopleAre() {
        check(noMembers()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("org.rapport.participants..")
                .should()
                .haveNameMatching("(?i)(get)?(given|family|full|first|last)_?name|e?_?mail(_?address)?"));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }
}
