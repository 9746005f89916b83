package org.rapport.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rapport token}. */
@Command(name = "token", description = "Prints an access token for the local run, and nothing else.")
final class TokenCommand implements Callable<Integer> {

    private static final Set<String> ROLES =
            Set.of("admin", "organiser", "analyst", "partner", "participant", "operator", "service");

    @ParentCommand
    private Rapport rapport;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            description = "admin, organiser, analyst, partner, participant or operator; several with commas")
    private Set<String> roles;

    @Option(names = "--organisation", paramLabel = "UUID", description = "The organisation of a partner")
    private UUID organisation;

    @Option(names = "--participant", paramLabel = "UUID", description = "Who a participant is")
    private UUID participant;

    @Option(names = "--subject", defaultValue = "local", description = "The name of the client (default: local)")
    private String subject;

    @Option(
            names = "--lifetime",
            defaultValue = "PT12H",
            description = "How long it is valid, in ISO 8601 (default: PT12H)")
    private Duration lifetime;

    @Override
    public Integer call() {
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new LocalProblem("There is no role '" + role + "'. Roles: " + String.join(", ", ROLES) + ".");
            }
        }
        DataFolder folder = rapport.folder();
        if (!Files.isDirectory(folder.path().resolve("secrets"))) {
            throw new LocalProblem("Nothing has run yet on " + folder.path() + ".\nStart it: ./rapport up");
        }
        Map<String, String> claims = new LinkedHashMap<>();
        if (organisation != null) {
            claims.put("organisation", organisation.toString());
        }
        if (participant != null) {
            claims.put("participant", participant.toString());
        }
        System.out.println(folder.mint().token(subject, roles, claims, lifetime));
        return 0;
    }
}
